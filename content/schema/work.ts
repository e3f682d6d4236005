/** What the community works with: documents, words, roadmap, processes, remarks, sheets. */
import { z } from 'zod'
import { code, day, positive, text, tierCode, whole, words } from './shared.ts'

const percent = z.int().min(0).max(100)
export const bandsSchema = z.strictObject({
  bands: z.array(z.strictObject({ code, title: words, from: percent, below: percent.optional() })).min(1),
})

export const documentKindsSchema = z.strictObject({
  kinds: z.array(z.strictObject({ code, title: words, genitive: text, draft: z.boolean() })).min(1),
})

export const documentsSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      code,
      kind: code,
      level: tierCode,
      issuer: text,
      organisation: code.optional(),
      date: day,
      number: text,
      title: text,
      basis: text.optional(),
      executors: z.array(text).default([]),
      control: text.optional(),
      supersedes: z.array(code).default([]),
      amends: z.array(code).default([]),
      status: z.enum(['in-force', 'superseded', 'amended', 'renewal-due']),
      summary: text,
      source: text,
    }),
  ),
})

export const glossarySchema = z.strictObject({
  source: code,
  terms: z.array(
    z.strictObject({
      code,
      term: text,
      aliases: z.array(text).default([]),
      definition: text,
      direction: code.optional(),
    }),
  ),
  abbreviations: z.array(z.strictObject({ short: text, full: text, organisation: code.optional() })),
})

export const roadmapSchema = z.strictObject({
  source: code,
  stages: z
    .array(
      z.strictObject({
        code,
        title: text,
        sections: z
          .array(
            z.strictObject({
              code,
              title: text,
              items: z
                .array(
                  z.strictObject({
                    code,
                    number: text,
                    title: text,
                    executors: z.array(code),
                    coExecutors: z.array(code).default([]),
                    from: day.optional(),
                    to: day.optional(), // last day, inclusive, as the source prints it
                    term: text,
                    doneBy: code.optional(), // the document by which it was carried out; its day tells whether in time
                    results: z.array(text).min(1),
                    note: text.optional(),
                  }),
                )
                .min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})

export const remarkKinds = ['criticism', 'proposal', 'objection', 'question', 'support'] as const
export const decisionKinds = ['accepted', 'partly', 'rejected', 'noted', 'explained', 'offtopic'] as const
export const remarksSchema = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        code: z.enum(remarkKinds),
        title: words,
        plural: words,
        hint: words,
        weight: whole,
        replacement: z.boolean(), // whether the remark may carry its own wording of the passage
        bodyRequired: z.boolean(),
        decisions: z.array(z.enum(decisionKinds)),
      }),
    )
    .length(remarkKinds.length),
  decisions: z
    .array(
      z.strictObject({ code: z.enum(decisionKinds), title: words, reasonRequired: z.boolean(), hint: words }),
    )
    .length(decisionKinds.length),
})

/** Texts that a member of a panel signs; versions are numbered from 1 and only added. */
export const obligationKinds = ['no-conflict', 'non-disclosure'] as const
export const obligationsSchema = z.strictObject({
  obligations: z
    .array(
      z.strictObject({
        kind: z.enum(obligationKinds),
        title: words,
        versions: z.array(z.strictObject({ version: positive, text: z.string().trim().min(1) })).min(1),
      }),
    )
    .length(obligationKinds.length),
})

/** A form of marks: of expert sheets, and of the rubric of practices. */
export const sheetTemplate = z.strictObject({
  code,
  title: words,
  intro: words,
  scale: z.array(z.strictObject({ value: whole, title: words })).min(2),
  criteria: z
    .array(
      z.strictObject({
        code,
        title: words,
        question: words,
        weight: positive,
        reasonRequired: z.boolean(),
        evidence: z.enum(['none', 'optional', 'required']),
      }),
    )
    .min(1),
  verdict: words,
  verdicts: z.array(z.strictObject({ code, title: words })).min(2),
  comment: words,
  /** what differs from settings.panels */
  rules: z
    .strictObject({ quorum: z.int().min(1).max(100), difference: whole, named: z.boolean() })
    .partial()
    .optional(),
})
export const sheetsSchema = z.strictObject({ templates: z.array(sheetTemplate).min(1) })
