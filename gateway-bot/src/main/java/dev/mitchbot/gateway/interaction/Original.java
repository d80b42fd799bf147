package dev.mitchbot.gateway.interaction;

/** What stands at Discord as the interaction's original response, as far as this instance knows. */
enum Original {
    /** Nothing has been said: the callback is still to be had. */
    NOTHING,
    /** A message or a "thinking" notice that all can see. */
    PUBLIC,
    /** One that only the caller sees. */
    PRIVATE,
    /** The message whose button was clicked. */
    CLICKED,
    /** Somebody else was first; Discord can be asked what stands there. */
    UNKNOWN,
    /** It was there and is deleted. */
    GONE;

    static Original message(boolean ephemeral) {
        return ephemeral ? PRIVATE : PUBLIC;
    }
}
