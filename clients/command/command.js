// SPDX-License-Identifier: Apache-2.0

// The command line shared by all tools: options, `--help`, errors and exit statuses.
//
// Status: 0 success; 1 done, but a check failed; 2 not done, and the last line states the reason.

import { parseArgs } from 'node:util';

/**
 * @typedef {object} Option
 * @property {string} says Its purpose, one line of the help.
 * @property {string} [value] Placeholder for its value in the help, e.g. `FILE`. Without it the option is a switch.
 * @property {string} [default]
 * @property {boolean} [required]
 * @property {string[]} [choices] Its possible values.
 * @property {RegExp} [pattern] The pattern of its value.
 *
 * @typedef {object} Given Parsed arguments.
 * @property {Record<string, string>} values Options with a value. Missing if not given, optional and without a default.
 * @property {Record<string, boolean>} flags Switches.
 * @property {string[]} operands The operands, as many as the command declares.
 *
 * @typedef {object} Command
 * @property {string} says What it does, the first line of its help.
 * @property {string[]} [operands] Names of its operands, e.g. `['FILE']`.
 * @property {Record<string, Option>} options
 * @property {string} [example] Example arguments, without the tool's name.
 * @property {string} [notes] Further text of the help.
 * @property {[string, string]} statuses The meanings of status 0 and status 1.
 * @property {(given: Given) => number | Promise<number>} run Returns the status.
 *
 * @typedef {object} Tool
 * @property {string} name The name of the executable.
 * @property {string} says
 * @property {Record<string, Command>} commands By name. A single command named '' runs without a name.
 */

/** Options shared by several commands, with the same name everywhere. */
export const OPTIONS = Object.freeze({
	/** @type {Option} */
	url: { value: 'URL', says: 'node to read from', default: 'ws://127.0.0.1:9944', pattern: /^wss?:\/\/\S+$/ },
	/** @type {Option} */
	json: { says: 'print the result as JSON, for programs' },
});

/** Invalid arguments. */
class Misuse extends Error {}

/**
 * One line per option, with aligned descriptions.
 * @param {Record<string, Option>} options
 */
function optionLines(options) {
	/** @type {Record<string, Option>} */
	const all = { ...options, help: { says: 'show this text' } };
	const rows = Object.entries(all).map(
		/** @returns {[string, string]} */
		([name, { value, says, default: usual, required, choices }]) => {
			const told = [says, choices?.join(' or '), required && 'required', usual && `${usual} unless given`];
			return [`--${name}${value ? ` ${value}` : ''}`, told.filter(Boolean).join('; ')];
		},
	);
	const width = Math.max(...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}

/**
 * @param {Tool} tool
 * @param {string} name
 */
function usage(tool, name) {
	const { operands = [] } = tool.commands[name];
	return [tool.name, name, '[OPTIONS]', ...operands].filter(Boolean).join(' ');
}

/**
 * The help of a command, or of the tool if no command is named.
 * @param {Tool} tool
 * @param {string} [name]
 */
export function helpOf(tool, name) {
	const command = name === undefined ? undefined : tool.commands[name];
	if (name === undefined || !command) {
		const names = Object.keys(tool.commands);
		const width = Math.max(...names.map((each) => each.length));
		const lines = names.map((each) => `  ${each.padEnd(width)}  ${tool.commands[each].says}\n`).join('');
		return `${tool.says}\n\nUsage: ${tool.name} COMMAND [OPTIONS]\n\n${lines}\n"${tool.name} COMMAND --help" says more.\n`;
	}
	const { says, options, example, notes, statuses } = command;
	return [
		`${says}\n\nUsage: ${usage(tool, name)}\n\n`,
		optionLines(options),
		example ? `\nExample:\n  ${[tool.name, name].filter(Boolean).join(' ')} ${example}\n` : '',
		notes ? `\n${notes.trim()}\n` : '',
		`\nStatus: 0 ${statuses[0]}; 1 ${statuses[1]}; 2 not done, and the last line states the reason.\n`,
	].join('');
}

/**
 * @param {string} name
 * @param {Option} option
 * @param {string | undefined} value
 */
function checkValue(name, { required, choices, pattern, value: what }, value) {
	if (value === undefined) {
		if (required) {
			throw new Misuse(`--${name} is missing`);
		}
	} else if (choices && !choices.includes(value)) {
		throw new Misuse(`--${name} is ${choices.join(' or ')}, not "${value}"`);
	} else if (pattern && !pattern.test(value)) {
		throw new Misuse(`--${name} takes ${what}, not "${value}"`);
	}
}

/**
 * @param {Command} command
 * @param {string[]} typed
 * @returns {Given}
 */
function parse({ options, operands: wanted = [] }, typed) {
	const known = Object.entries(options).map(([name, { value, default: usual }]) => [
		name,
		value === undefined ? { type: 'boolean' } : { type: 'string', ...(usual === undefined ? {} : { default: usual }) },
	]);
	let parsed;
	try {
		parsed = parseArgs({ args: typed, options: Object.fromEntries(known), allowPositionals: true });
	} catch (error) {
		// Only the first sentence concerns the arguments; the others concern parseArgs.
		throw new Misuse(messageOf(error).split('. ')[0]);
	}
	const operands = parsed.positionals;
	const values = /** @type {Record<string, string | boolean | undefined>} */ (parsed.values);
	for (const [name, option] of Object.entries(options)) {
		checkValue(name, option, /** @type {string | undefined} */ (values[name]));
	}
	if (operands.length !== wanted.length) {
		throw new Misuse(wanted.length ? `expected ${wanted.join(' ')}` : `unexpected: ${operands.join(' ')}`);
	}
	const isFlag = (/** @type {string} */ name) => options[name].value === undefined;
	const all = Object.entries(values);
	return {
		values: /** @type {Record<string, string>} */ (Object.fromEntries(all.filter(([name]) => !isFlag(name)))),
		flags: /** @type {Record<string, boolean>} */ (Object.fromEntries(all.filter(([name]) => isFlag(name)))),
		operands,
	};
}

/**
 * The message of an error.
 * @param {unknown} error
 */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * Runs the command given by the arguments and returns the status. Arguments are checked first.
 * @param {Tool} tool
 * @param {string[]} typed
 */
export async function runTool(tool, typed) {
	const single = '' in tool.commands;
	const [name, ...rest] = single ? ['', ...typed] : typed;
	const isHelp = rest.includes('--help') && !rest.slice(0, rest.indexOf('--help')).includes('--');
	try {
		if (name === '--help' || (single && isHelp)) {
			process.stdout.write(helpOf(tool, single ? '' : undefined));
			return 0;
		}
		if (name === undefined || !Object.hasOwn(tool.commands, name)) {
			const names = Object.keys(tool.commands).join(', ');
			throw new Misuse(name === undefined ? `name a command: ${names}` : `no command "${name}": there are ${names}`);
		}
		if (isHelp) {
			process.stdout.write(helpOf(tool, name));
			return 0;
		}
		return await tool.commands[name].run(parse(tool.commands[name], rest));
	} catch (error) {
		const more = error instanceof Misuse ? `; "${tool.name} --help" says more` : '';
		process.stderr.write(`error: ${messageOf(error)}${more}\n`);
		return 2;
	}
}

/**
 * Runs the tool with the arguments of this process.
 * @param {Tool} tool
 */
export async function main(tool) {
	process.exitCode = await runTool(tool, process.argv.slice(2));
}
