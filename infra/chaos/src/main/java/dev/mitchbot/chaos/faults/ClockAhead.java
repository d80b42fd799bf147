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
 * One process lives an hour ahead of the others for a while, and ends in a kill. An agent attached from outside does it,
 * so that the product needs no switch for it; a system-wide clock would move the others too. The clock is not moved back
 * in the living process: the Kafka client counts its time-outs with it and would stand still for that hour.
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
        moveAhead(process, jar);
        Stage.pause(planned.lasts());
        if (process.isAlive()) {
            new Kill(stage).strike(planned);
        }
    }

    private static void moveAhead(ChildProcess process, Path jar)
            throws IOException, AttachNotSupportedException, FaultFailed {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
        try {
            machine.loadAgent(jar.toString(), Long.toString(AHEAD.toMillis()));
        } catch (AgentLoadException | AgentInitializationException e) {
            throw new FaultFailed("the clock of " + process.name() + " could not be moved", e);
        } finally {
            machine.detach();
        }
    }
}
