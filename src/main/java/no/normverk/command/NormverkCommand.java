package no.normverk.command;

import no.normverk.loading.LoadingException;
import no.normverk.store.StoreException;
import org.springframework.core.env.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "normverk",
        description = "FHIR R4 terminology server and catalogue of normative products.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:content refused; nothing of it was kept",
            "2:wrong usage",
            "3:anything else, such as another load running"
        })
public final class NormverkCommand implements Runnable {
    /** The exit code of everything that is neither done nor refused nor wrong usage. */
    public static final int FAILED = ExitCode.FAILED;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @CommandLine.Mixin
    HelpOption help = new HelpOption();

    private NormverkCommand() {}

    /** The command line of this program with defaults from this process's environment and working directory. */
    public static CommandLine of(Program program) {
        return of(program, SettingDefaults.ofThisProcess());
    }

    static CommandLine of(Program program, Environment environment) {
        CommandLine line = new CommandLine(new NormverkCommand())
                .addSubcommand(new ServeCommand(program))
                .addSubcommand(new LoadCommand(program))
                .addSubcommand(new InspectCommand(program))
                .addSubcommand(new CheckCommand(program))
                .addSubcommand(new ListCommand())
                .addSubcommand(new PrepareCommand());
        line.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .exitCodeOnUsageHelp(ExitCode.DONE)
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(line.getCommandSpec().usageMessage().exitCodeList()));
        return line.setDefaultValueProvider(new SettingDefaults(environment))
                .setExecutionExceptionHandler(NormverkCommand::failed);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? One of serve, load, inspect, check, list, prepare");
    }

    private static int failed(Exception problem, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        switch (problem) {
            case LoadingException refused -> {
                command.getErr().println(refused.getMessage());
                command.getErr().println("Nothing was kept.");
                return ExitCode.REFUSED;
            }
            case StoreException refused -> command.getErr().println(refused.getMessage());
            default -> problem.printStackTrace(command.getErr());
        }
        return ExitCode.FAILED;
    }
}
