package dev.mitchbot.messaging.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The sample service's only row: how often a guild counted. */
@Entity
@Table(name = "tallies")
class Tally {
    @Id
    @Column(name = "guild_id")
    long guildId;

    int total;
}
