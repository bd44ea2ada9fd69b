#include "load.h"

int main(int argc, char **argv)
{
	return stage_main(&load_stage, argc, argv);
}
