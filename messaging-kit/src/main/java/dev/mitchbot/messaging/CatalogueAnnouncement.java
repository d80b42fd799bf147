package dev.mitchbot.messaging;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Tells the gateways at start which commands this service owns: produce a {@link Catalogue} bean. */
@Singleton
final class CatalogueAnnouncement {
    private static final Logger LOG = Logger.getLogger(CatalogueAnnouncement.class);

    private final Instance<Catalogue> catalogues;
    private final Publisher publisher;

    CatalogueAnnouncement(@Any Instance<Catalogue> catalogues, Publisher publisher) {
        this.catalogues = catalogues;
        this.publisher = publisher;
    }

    void announce(@Observes StartupEvent start) {
        for (Catalogue catalogue : catalogues) {
            byte[] body = Json.write(catalogue);
            String id = catalogue.service() + "/" + Long.toHexString(Decoder.hash(body));
            publisher
                    .publish(List.of(
                            new Outgoing(Topic.CATALOGUE, catalogue.service(), id, Catalogue.TYPE, body, id, "")))
                    .subscribe()
                    .with(
                            done -> LOG.infof(
                                    "Announced %d commands",
                                    catalogue.commands().size()),
                            failure -> LOG.warnf("Catalogue not announced: %s", failure.getMessage()));
        }
    }
}
