package dev.mitchbot.simulator.control;

import java.util.List;

/** A part of the control face. */
public interface Controls {
    List<Control> controls();
}
