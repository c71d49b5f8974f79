// SPDX-License-Identifier: Apache-2.0

// A command line that is the same for every tool: options, `--help`, errors and exit statuses are written once.
//
// Status: 0 done, and all is well; 1 done, and something is not as it should be; 2 nothing was done, and the last line says why.

import { parseArgs } from 'node:util';

/**
 * @typedef {object} Option
 * @property {string} says What it is for, one line of the help.
 * @property {string} [value] What stands for its value in the help, e.g. `FILE`; without it the option is a switch.
 * @property {string} [default]
 * @property {boolean} [required]
 * @property {string[]} [choices] The values that it takes.
 * @property {RegExp} [pattern] What its value looks like; `value` says it in words.
 *
 * @typedef {object} Given What was typed.
 * @property {Record<string, string>} values Options with a value. Those that are neither required nor have a default may be missing.
 * @property {Record<string, boolean>} flags Switches.
 * @property {string[]} operands What is no option, as many as the command names.
 *
 * @typedef {object} Command
 * @property {string} says What it does: the first line of its help.
 * @property {string[]} [operands] Names of what follows the options, e.g. `['FILE']`.
 * @property {Record<string, Option>} options
 * @property {string} [example] A line that works, without the tool's name.
 * @property {string} [notes] More for the help.
 * @property {[string, string]} statuses What status 0 and status 1 mean.
 * @property {(given: Given) => number | Promise<number>} run Gives the status.
 *
 * @typedef {object} Tool
 * @property {string} name What is typed.
 * @property {string} says
 * @property {Record<string, Command>} commands One named '' is run without naming it.
 */

/** Options that several commands have, so that each is called the same everywhere. */
export const OPTIONS = Object.freeze({
	/** @type {Option} */
	url: { value: 'URL', says: 'the node to ask', default: 'ws://127.0.0.1:9944', pattern: /^wss?:\/\/\S+$/ },
	/** @type {Option} */
	json: { says: 'print the result as JSON, for programs' },
});

/** What somebody typed is no command of this tool. */
class Misuse extends Error {}

/**
 * One option a line, what they say below each other.
 * @param {Record<string, Option>} options
 */
function optionLines(options) {
	/** @type {Record<string, Option>} */
	const all = { ...options, help: { says: 'this text' } };
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
 * The help of a command, or of a tool where none is named.
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
		`\nStatus: 0 ${statuses[0]}; 1 ${statuses[1]}; 2 nothing was done, and the last line says why.\n`,
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
		// Only its first sentence is about what was typed; the others are about parseArgs.
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
 * An error's sentence.
 * @param {unknown} error
 */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * Runs what was typed; gives the status. Arguments are checked before anything else happens.
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
 * Runs what this process was started with.
 * @param {Tool} tool
 */
export async function main(tool) {
	process.exitCode = await runTool(tool, process.argv.slice(2));
}
