/** What the end-to-end tests share: the running bot, what members can do with it, and the suites that hold for any number of instances. */
package dev.mitchbot.e2e;
