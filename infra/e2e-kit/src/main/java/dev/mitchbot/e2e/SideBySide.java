package dev.mitchbot.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A test that mostly waits, in a guild of its own: it runs beside others like it, but not beside one that kills a process. */
@Test
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = SideBySide.EVERY_PROCESS, mode = ResourceAccessMode.READ)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface SideBySide {
    /** Locked by a test that kills or freezes what others need or makes Discord fail, and by a class that wants another bot. */
    String EVERY_PROCESS = "every process of the bot";
}
