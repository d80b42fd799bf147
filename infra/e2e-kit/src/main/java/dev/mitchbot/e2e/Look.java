package dev.mitchbot.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** What a page is looked at with. */
enum Look {
    DESKTOP(1280, 800, ColorScheme.LIGHT),
    DARK(1280, 800, ColorScheme.DARK),
    PHONE(390, 844, ColorScheme.LIGHT),
    DARK_PHONE(390, 844, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme colours;

    Look(int width, int height, ColorScheme colours) {
        this.width = width;
        this.height = height;
        this.colours = colours;
    }

    boolean isPhone() {
        return this == PHONE || this == DARK_PHONE;
    }

    NewContextOptions context() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setHasTouch(isPhone())
                .setDeviceScaleFactor(isPhone() ? 2 : 1)
                .setLocale("en-GB")
                .setTimezoneId("UTC");
    }
}
