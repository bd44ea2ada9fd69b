#include "tag.h"

int main(int argc, char **argv)
{
	return stage_main(&tag_stage, argc, argv);
}
