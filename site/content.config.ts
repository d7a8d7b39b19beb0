// The collections that authors write: lessons, workshops, rules. Their front matter is checked when the site is built.
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { defineCollection } from "astro:content";

/** `01-the-phone-number/02-a-lesson.mdx` becomes `the-phone-number/a-lesson`: numbers order files, addresses keep. */
const withoutNumbers = ({ entry }: { readonly entry: string }): string =>
  entry.replace(/\.mdx$/u, "").replaceAll(/(^|\/)\d+-/gu, "$1");

const lessons = defineCollection({
  loader: glob({ base: "./content/lessons", pattern: "**/*.mdx", generateId: withoutNumbers }),
  schema: z.strictObject({
    title: z.string().min(1).max(80),
    /** One sentence for lists. */
    summary: z.string().min(1).max(160),
    minutes: z.number().int().positive().max(60),
    /** What stands first in the course has the lowest number. */
    order: z.number().int().positive(),
  }),
});

const workshops = defineCollection({
  loader: glob({ base: "./content/workshops", pattern: "**/*.mdx", generateId: withoutNumbers }),
  schema: z.strictObject({
    title: z.string().min(1).max(80),
    summary: z.string().min(1).max(200),
    /** Who it is for. */
    audience: z.string().min(1),
    goals: z.array(z.string().min(1)).min(1),
    /** What the room needs. */
    needs: z.array(z.string().min(1)),
    parts: z
      .array(
        z.strictObject({
          title: z.string().min(1),
          minutes: z.number().positive(),
          /** What the facilitator does and says. */
          script: z.array(z.string().min(1)).min(1),
          /** What goes on the wall. */
          slide: z
            .strictObject({
              heading: z.string().min(1),
              lines: z.array(z.string().min(1)).default([]),
              question: z.string().optional(),
              options: z.array(z.string().min(1)).default([]),
              /** Shown when the facilitator asks for it, not before. */
              answer: z.string().optional(),
              play: z
                .strictObject({
                  setup: z.string(),
                  scenario: z.string(),
                  account: z.string().optional(),
                  switches: z.array(z.string()).optional(),
                  /** The switches that are thrown before the answer holds; the answer sheet shows the verdicts after them. */
                  answerAfter: z.array(z.string()).default([]),
                })
                .optional(),
            })
            .optional(),
          /** What the facilitator can expect to hear, and what to say to it. */
          expect: z.array(z.string().min(1)).default([]),
          /** True where the part can go when time is short. */
          canSkip: z.boolean().default(false),
        }),
      )
      .min(1),
  }),
});

const rules = defineCollection({
  loader: glob({ base: "./content/rules", pattern: "*.mdx", generateId: withoutNumbers }),
  // The linter owns these pages and may say more about a rule than the site shows.
  schema: z.looseObject({ title: z.string().optional(), summary: z.string().optional() }),
});

export const collections = { lessons, workshops, rules };
