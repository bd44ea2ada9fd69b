#include "stem.h"

int main(int argc, char **argv)
{
	return stage_main(&stem_stage, argc, argv);
}
