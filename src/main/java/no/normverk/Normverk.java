package no.normverk;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import no.normverk.command.NormverkCommand;
import no.normverk.command.Program;
import no.normverk.command.Relaunch;
import no.normverk.command.ServerSettings;
import no.normverk.loading.AuthoredContent;
import no.normverk.loading.CatalogueContent;
import no.normverk.loading.EditionFormat;
import no.normverk.loading.EngineVerification;
import no.normverk.loading.ExemptionContent;
import no.normverk.loading.LoincFormat;
import no.normverk.loading.PlanContent;
import no.normverk.loading.RegisterContent;
import no.normverk.loading.Rf2Format;
import no.normverk.loading.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.system.ApplicationHome;

/** The program: its parts put together for the command line. */
public final class Normverk implements Program {
    Normverk() {}

    public static void main(String[] arguments) {
        Relaunch.withClassCache(arguments);
        // Silent until a server starts, whose Spring context sets logging up.
        LoggingSystem.get(Normverk.class.getClassLoader()).beforeInitialize();
        int exitCode = execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
        // Otherwise the process ends by itself, or lives as long as the server's threads.
    }

    /**
     * Errors, such as too little memory, are failures like others: left alone they would end the process with the code for
     * refused content.
     */
    private static int execute(String[] arguments) {
        try {
            return NormverkCommand.of(new Normverk()).execute(arguments);
        } catch (Error e) {
            e.printStackTrace();
            return NormverkCommand.FAILED;
        }
    }

    @Override
    public List<EditionFormat> editionFormats() {
        return List.of(new Rf2Format(), new LoincFormat());
    }

    @Override
    public List<AuthoredContent> authoredContent(Path profiles) {
        return List.of(new CatalogueContent(profiles), new ExemptionContent(profiles), new RegisterContent(), new PlanContent());
    }

    @Override
    public Verification verification() {
        return new EngineVerification();
    }

    /** A jar is identified by its size and time; compiled classes in a folder change too often to say. */
    @Override
    public @Nullable String build() {
        File source = new ApplicationHome(Normverk.class).getSource();
        return source == null || !source.isFile() ? null : source.length() + "@" + source.lastModified();
    }

    @Override
    public void serve(ServerSettings settings) {
        SpringApplication server = new SpringApplication(NormverkApplication.class, DataConfiguration.class);
        // As arguments they outrank every other source: precedence was decided when the command line was read.
        server.run(
                "--normverk.data=" + settings.data(),
                "--normverk.content=" + settings.content(),
                "--normverk.profiles=" + settings.profiles(),
                "--server.port=" + settings.port());
    }
}
