package no.normverk.command;

import java.lang.management.ManagementFactory;

/** What {@link RelaunchTest} puts into a jar: begins as the server does, and tells what process it has become. */
final class RelaunchedProgram {

    private RelaunchedProgram() {}

    public static void main(String[] arguments) {
        Relaunch.withClassCache(arguments);
        System.out.println(ProcessHandle.current().pid() + " " + ManagementFactory.getRuntimeMXBean().getInputArguments() + " " + String.join(" ", arguments));
    }
}
