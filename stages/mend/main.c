#include "mend.h"

int main(int argc, char **argv)
{
	return stage_main(&mend_stage, argc, argv);
}
