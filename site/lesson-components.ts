// What lessons may use, handed to MDX in one place, so that authors import nothing.
import Choice from "./lesson/Choice.astro";
import Cite from "./lesson/Cite.astro";
import Code from "./lesson/Code.astro";
import HowSure from "./lesson/HowSure.astro";
import Play from "./lesson/Play.astro";
import Predict from "./lesson/Predict.astro";
import Recap from "./lesson/Recap.astro";
import Term from "./lesson/Term.astro";

export const lessonComponents = { Choice, Cite, HowSure, Play, Predict, Recap, Term, pre: Code };
