/** {@code ./mitchbot chaos}: members use Mitchbot while it is being broken, and every promise is checked at the end. */
package dev.mitchbot.chaos;
