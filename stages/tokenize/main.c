#include "tokenize.h"

int main(int argc, char **argv)
{
	return stage_main(&tokenize_stage, argc, argv);
}
