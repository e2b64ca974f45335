/**
 * The command line: {@code serve}, {@code load}, {@code inspect}, {@code check}, {@code list} and {@code prepare}. Options can also be set in {@code
 * application.yaml} and by environment ({@link no.normverk.command.SettingDefaults}). All but {@code serve} work without a Spring
 * context, so that they start fast. What they work with is handed in ({@link no.normverk.command.Program}); nothing here knows of
 * HTTP.
 */
@NullMarked
package no.normverk.command;

import org.jspecify.annotations.NullMarked;
