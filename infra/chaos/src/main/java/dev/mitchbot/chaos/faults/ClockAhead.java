package dev.mitchbot.chaos.faults;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.mitchbot.chaos.agent.AgentJar;
import dev.mitchbot.chaos.agent.ClockAgent;
import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Stage;
import dev.mitchbot.infra.servers.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One process lives an hour ahead of the others for a while. An agent attached from outside does it, so that the product
 * needs no switch for it; a system-wide clock would move the others too.
 */
record ClockAhead(Stage stage) implements Fault {
    /** A bit more than the hour that Kafka tolerates. */
    private static final Duration AHEAD = Duration.ofMinutes(61);

    @Override
    public void strike(PlannedFault planned) throws Exception {
        ChildProcess process = stage.stack().server(planned.target()).process();
        if (!process.isAlive()) {
            throw new IllegalStateException(planned.target() + " is dead");
        }
        Path jar = AgentJar.write(ClockAgent.class, stage.logs().resolve("clock-agent-" + planned.number() + ".jar"));
        move(process, jar, AHEAD);
        Stage.pause(planned.lasts());
        if (process.isAlive()) {
            move(process, jar, Duration.ZERO);
        }
    }

    private static void move(ChildProcess process, Path jar, Duration ahead)
            throws IOException, AttachNotSupportedException, AgentLoadException, AgentInitializationException {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
        try {
            machine.loadAgent(jar.toString(), Long.toString(ahead.toMillis()));
        } finally {
            machine.detach();
        }
    }
}
