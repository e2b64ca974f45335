package no.normverk.command;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option is when the command line does not say: the environment, then {@code application.yaml} (in {@code ./config} or
 * {@code .}), as Spring Boot finds and ranks them, then the option's own default. An option names its setting in its {@code
 * descriptionKey}: {@code normverk.data} is also {@code NORMVERK_DATA}.
 */
final class SettingDefaults implements IDefaultValueProvider {
    private final Environment environment;

    SettingDefaults(Environment environment) {
        this.environment = environment;
    }

    /** With this process's environment and working directory. */
    static ConfigurableEnvironment ofThisProcess() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && option.descriptionKey() != null && !option.descriptionKey().isEmpty()) {
            String setting = environment.getProperty(option.descriptionKey());
            return setting == null ? argument.defaultValue() : setting;
        }
        return argument.defaultValue();
    }
}
