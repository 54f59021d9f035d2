/** Test files share a process: none begins where another left the stream of random numbers, or with its engine. */
import { SeedrandomGenerator, setDefaultGenerator } from '@kindling/tensor-core';

setDefaultGenerator(new SeedrandomGenerator(0));
