/** {@code ./mitchbot bench}: how fast Mitchbot is on this machine, beside quantities that are known. */
package dev.mitchbot.bench;
