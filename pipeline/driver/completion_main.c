#include "completion_main.h"

#include "commands.h"
#include "suggest.h"

const struct program completion_row = {
	.name = "completion",
	.summary = "print what makes a shell complete commands",
	.is_command = true,
	.group = GROUP_SHELL,
	.arguments = "bash|zsh|fish",
	.description =
"Print a script by which the shell completes, on the tab key, the commands of esep, their options, names of files, and for options and arguments that take what a database has, such as the id of an entity, an edition or a type, what the database that stands in front of them has. 'cmake --install' puts the scripts where the shells look for them; without that, load one when a shell begins, as the examples show.",
	.examples =
"  echo 'source <(esep completion bash)' >> ~/.bashrc\n"
"  echo 'source <(esep completion zsh)' >> ~/.zshrc     # behind compinit\n"
"  esep completion fish > ~/.config/fish/completions/esep.fish\n",
};

/* In each of them @ stands for the names of all programs, and what there is to
 * offer is asked of the `esep` that the shell would run by that name: what is
 * typed may lead to any program, and a key must not start it. */
static const struct shell {
	const char *name, *script;
} shells[] = {
	{ "bash",
"# Completion of esep for bash, printed by 'esep completion bash'.\n"
"_esep() {\n"
"	local said\n"
"	mapfile -t said < <(command esep --complete-line \\\n"
"		\"$COMP_WORDBREAKS\" \"${COMP_LINE:0:COMP_POINT}\" 2>/dev/null)\n"
"	COMPREPLY=(\"${said[@]:1}\")\n"
"	[[ ${COMPREPLY-} == *= ]] && compopt -o nospace 2>/dev/null\n"
"	case ${said-} in\n"
"	files) compopt +o dirnames -o default ;;\n"
"	folders) compopt +o default -o dirnames ;;\n"
"	*) compopt +o default +o dirnames ;;\n"
"	esac 2>/dev/null\n"
"}\n"
"complete -o default -F _esep @\n" },
	{ "zsh",
"#compdef @\n"
"# Completion of esep for zsh, printed by 'esep completion zsh'.\n"
"_esep() {\n"
"	local one\n"
"	local -a said texts lines\n"
"	said=(\"${(@f)$(command esep --complete \\\n"
"		\"${(@Q)words[1,CURRENT-1]}\" \"${(Q)PREFIX}\" 2>/dev/null)}\")\n"
"	for one in \"${(@)said[2,-1]}\"; do\n"
"		texts+=(\"${one%%$'\\t'*}\")\n"
"		lines+=(\"${one/$'\\t'/  -- }\")\n"
"	done\n"
"	local -a end=()\n"
"	[[ ${texts[1]-} == *= ]] && end=(-S '')\n"
"	(( $#texts )) && compadd -l $end -d lines -a -- texts\n"
"	[[ $PREFIX == --*=* ]] && compset -P '*='\n"
"	case $said[1] in\n"
"	files) _files ;;\n"
"	folders) _files -/ ;;\n"
"	esac\n"
"}\n"
"if [[ $funcstack[1] == _esep ]]; then\n"
"	_esep \"$@\"\n"
"else\n"
"	compdef _esep @\n"
"fi\n" },
	{ "fish",
"# Completion of esep for fish, printed by 'esep completion fish'.\n"
"function __esep_complete\n"
"	set -l words (commandline -opc)\n"
"	set -l token (commandline -ct)\n"
"	set -l begun (string unescape -- (string replace -r '^[\"\\']' '' -- $token))\n"
"	set -l said (command esep --complete $words \"$begun\" 2>/dev/null)\n"
"	test (count $said) -gt 1; and printf '%s\\n' $said[2..-1]\n"
"	switch \"$said[1]\"\n"
"		case files\n"
"			__fish_complete_path $token\n"
"		case folders\n"
"			__fish_complete_directories $token ''\n"
"	end\n"
"end\n"
"for program in @\n"
"	complete -c $program -f -a '(__esep_complete)'\n"
"end\n" },
};

static void print_programs(void)
{
	const struct program *program;

	fputs("esep", stdout);
	for (size_t i = 0; (program = program_at(i)); i++)
		if (!program->is_command)
			printf(" esep-%s", program->name);
}

static void print_script(const char *script)
{
	for (const char *c = script; *c; c++) {
		/* "$@" and its like are the shell's */
		if (*c == '@' && c[-1] == ' ')
			print_programs();
		else
			putchar(*c);
	}
}

static int print_for(const char *name, struct err *err)
{
	struct suggestion suggestion;
	struct strbuf more = STRBUF_INIT;

	suggest_begin(&suggestion, str_of(name));
	for (size_t i = 0; i < COUNT_OF(shells); i++) {
		if (!strcmp(shells[i].name, name)) {
			print_script(shells[i].script);
			return program_check_stdout(err);
		}
		suggest_try(&suggestion, str_of(shells[i].name));
	}
	suggest_add(&more, &suggestion, "");
	err_set(err, ERR_USAGE, "there is no completion for '%s'%s", name,
		more.len ? more.data : ", only for bash, zsh and fish");
	strbuf_release(&more);
	return ERR_USAGE;
}

int completion_main(int argc, char **argv)
{
	char none; /* it has no options of its own */
	struct strings arguments = { NULL, 0, 0 };
	struct err err = ERR_INIT;
	int rc = program_parse(&completion_row, argc, argv, &none, &arguments,
			       &err);

	if (rc == 0 && arguments.count != 1)
		rc = err_set(&err, ERR_USAGE,
			     "name one shell: bash, zsh or fish");
	else if (rc == 0)
		rc = print_for(arguments.items[0], &err);
	else if (rc == 1)
		rc = program_check_stdout(&err);
	LIST_RELEASE(&arguments);
	if (rc < 0)
		program_complain(&completion_row, &err);
	if (rc == ERR_USAGE)
		fprintf(stderr, "try 'esep completion --help'\n");
	return program_exit_status(rc);
}
