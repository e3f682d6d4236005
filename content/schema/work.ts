/** What the community works with: documents, words, roadmap, processes, remarks, sheets, limits. */
import { z } from 'zod'
import { intakesSchema, objectionsSchema } from './intake.ts'
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

export const sheetsSchema = z.strictObject({
  templates: z
    .array(
      z.strictObject({
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
      }),
    )
    .min(1),
})

const rate = z.strictObject({ count: positive, minutes: positive })
export const settingsSchema = z.strictObject({
  rates: z.strictObject({
    signInPerAccount: rate,
    signInPerAddress: rate,
    resetPerAccount: rate,
    signUpPerAddress: rate,
    remarksPerPerson: rate,
    repliesPerPerson: rate,
    deputiesPerPerson: rate,
    reportsPerPerson: rate,
    appealsPerPerson: rate,
    requestsPerPerson: rate,
    leavesPerAddress: rate,
  }),
  /** an account is new this long after its mailbox was confirmed */
  newcomers: z.strictObject({ days: positive, texts: positive }),
  live: z.strictObject({
    perPerson: positive,
    perAddress: positive,
    perProcess: positive,
    heartbeatSeconds: positive,
    minutes: positive,
  }),
  /** how long the same words of the same author are a second press of one button */
  repeats: z.strictObject({ minutes: positive }),
  sessions: z.strictObject({ days: positive, resetLinkMinutes: positive, confirmLinkHours: positive }),
  likeness: z.strictObject({ alike: z.number().min(0).max(1), copies: z.number().min(0).max(1) }),
  uploads: z.strictObject({ maxMegabytes: positive, perRemark: positive, types: z.array(text).min(1) }),
  returns: z.strictObject({ items: positive }),
  /** what an archive may hold once it is unpacked; `ratio` is unpacked to packed bytes of one entry */
  pictures: z.strictObject({
    megabytes: positive,
    side: positive,
    shown: positive,
    rate: z.strictObject({ count: positive, minutes: positive }),
  }),
  archives: z.strictObject({ entries: positive, megabytes: positive, ratio: positive }),
  imports: z.strictObject({
    seconds: positive,
    memory: positive,
    entries: positive,
    megabytes: positive,
    ratio: positive,
    atOnce: positive,
  }),
  papers: z.strictObject({ rows: positive, merged: positive, line: positive }),
  text: z.strictObject({
    name: positive,
    title: positive,
    remark: positive,
    reply: positive,
    reason: positive,
    note: positive,
    question: positive,
    draftCharacters: positive,
    passwordMin: positive,
    passwordMax: positive,
  }),
  paging: z.strictObject({ registry: positive, remarks: positive, log: positive }),
  retention: z.strictObject({ discardedDays: positive, outboxDays: positive, unconfirmedDays: positive }),
  questionnaires: z.strictObject({
    minimum: positive,
    questions: positive,
    options: positive,
    marks: positive,
    conditions: positive,
    invited: positive,
  }),
  panels: z.strictObject({
    sizeMin: positive,
    sizeMax: positive,
    reserveMax: whole,
    answerDays: positive,
    sheetDays: positive,
    /** what orders candidates for the best composition; years and expertises count up to the most */
    points: z.strictObject({
      finished: whole,
      finishedMost: whole,
      year: whole,
      yearsMost: whole,
      current: whole,
    }),
  }),
  reminders: z.strictObject({
    stageDays: z.array(positive).min(1),
    answerDays: positive,
    lateDays: positive,
  }),
  intakes: intakesSchema,
  objections: objectionsSchema,
  /** how far «исправлена техническая ошибка» may go */
  errata: z.strictObject({ characters: positive, meaning: z.array(text) }),
  plan: z.strictObject({ yearsAhead: positive }),
  search: z.strictObject({ suggestions: positive }),
})
