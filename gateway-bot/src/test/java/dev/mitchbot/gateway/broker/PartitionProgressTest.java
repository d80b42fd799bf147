package dev.mitchbot.gateway.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartitionProgressTest {
    private final PartitionProgress progress = new PartitionProgress();

    @Test
    void commitsOnlyWhatHasNothingOpenBeforeIt() {
        progress.begun(5);
        progress.begun(6);
        progress.begun(7);
        progress.done(7);
        assertThat(progress.toCommit()).hasValue(5);
        progress.done(5);
        assertThat(progress.toCommit()).hasValue(6);
        progress.done(6);
        assertThat(progress.toCommit()).hasValue(8);
    }

    @Test
    void commitsAgainWhatCouldNotBeCommitted() {
        progress.begun(5);
        progress.done(5);
        assertThat(progress.toCommit()).hasValue(6);
        progress.notCommitted();
        assertThat(progress.toCommit()).hasValue(6);
    }

    @Test
    void isCommittedWhenNothingIsUnderWayAndWhatIsDoneIsCommitted() {
        progress.begun(5);
        assertThat(progress.toCommit()).hasValue(5);
        assertThat(progress.isCommitted()).isFalse();
        progress.done(5);
        assertThat(progress.isCommitted()).isFalse();
        assertThat(progress.toCommit()).hasValue(6);
        assertThat(progress.isCommitted()).isTrue();
        progress.notCommitted();
        assertThat(progress.isCommitted()).isFalse();
    }

    @Test
    void commitsNothingTwice() {
        progress.begun(5);
        progress.done(5);
        assertThat(progress.toCommit()).hasValue(6);
        assertThat(progress.toCommit()).isEmpty();
    }

    @Test
    void commitsWhatComesWhereTheLogHasLostItsEnd() {
        progress.begun(5);
        progress.done(5);
        assertThat(progress.toCommit()).hasValue(6);
        progress.begun(3);
        progress.done(3);
        assertThat(progress.toCommit()).hasValue(4);
    }
}
