/** Forms of the accounts room. Messages of the schemas are codes: keys of messages.problems. */
import { z } from 'zod'
import { carried, day, maybe, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'

const { text } = content().settings

const checked = z.literal('on', 'consent-needed')

export const email = z.string('required').trim().toLowerCase().max(254, 'too-long').pipe(z.email('email'))

/** Length alone is asked for: a long phrase is better than a short riddle. NFC, so that it can be typed elsewhere. */
export const newPassword = z
  .string('required')
  .transform((value) => value.normalize('NFC'))
  .pipe(
    z
      .string()
      .min(text.passwordMin, 'password-short')
      .max(text.passwordMax, 'too-long')
      .refine((value) => new Set(value.toLowerCase()).size >= 5, 'password-simple'),
  )

const name = words(text.name).pipe(
  z.string().refine((value) => /^[\p{L}\p{M}][\p{L}\p{M}\s’'.-]*$/u.test(value), 'name'),
)

export const SignUp = z
  .object({
    familyName: name,
    givenName: name,
    patronymic: maybe(text.name),
    email,
    password: newPassword,
    processing: checked,
    distribution: z.literal('on').optional(),
  })
  .refine((value) => !value.password.toLowerCase().includes(value.email), {
    path: ['password'],
    error: 'password-simple',
  })

const chosen = { password: newPassword, processing: checked, distribution: z.literal('on').optional() }

/** A known person begins to sign in by the link of a letter: its mailbox is known. */
export const LinkActivation = z.object(chosen)
/** Or by a printed code with the registry number. */
export const SlipActivation = z.object({
  number: words(20).pipe(z.string().regex(/^№?\s*[1-9]\d{0,9}$/, 'person-number')),
  code: words(40),
  email,
  ...chosen,
})

export const SignIn = z.object({
  login: words(254),
  // a password that could never have been set is simply wrong
  password: z.string('required').max(10_000, 'wrong-credentials'),
  next: carried(z.string()).optional(),
})

/** Who is signed in with the account confirms without the password. */
export const Confirmation = z.object({
  password: z
    .string()
    .max(10_000, 'not-your-password')
    .optional()
    .transform((value) => value ?? ''),
})
export const Forgot = z.object({ login: words(254) })
export const ResetPassword = z.object({ newPassword })
export const ChangePassword = z.object({
  currentPassword: z.string('required').max(10_000, 'wrong-password'),
  newPassword,
})
/** A code of the app, or a recovery code; spaces and hyphens are how people type them. */
const oneTimeCode = z.string('required').trim().min(1, 'required').max(40, 'wrong-code')
const password = z.string('required').max(10_000, 'wrong-password')

export const OneTimeCode = z.object({ oneTimeCode })
/** Password and, where there is a second step already, its code. */
export const Vouching = z.object({
  currentPassword: password,
  oneTimeCode: oneTimeCode.optional().transform((value) => value ?? ''),
})
export const CloseAccount = z.object({ currentPassword: z.string('required').max(10_000, 'wrong-password') })

const phone = maybe(40).refine((value) => value === '' || /^\+?[\d\s()-]{6,}$/.test(value), 'phone')

/** The own card: names, language of letters, closed contacts. */
export const OwnCard = z.object({
  familyName: name,
  givenName: name,
  patronymic: maybe(text.name),
  locale: z.enum(['ru', 'en']),
  contactEmail: email.optional(),
  phone,
})

const term = { from: day, until: day.optional() }
const inOrder = <T extends { from: string; until?: string | undefined }>(value: T) =>
  value.until === undefined || value.until >= value.from

export const Grant = z
  .object({
    role: carried(words(40)),
    scopeKind: z.enum(['region', 'municipality', 'organisation', 'direction']),
    scopeCode: carried(maybe(400)),
    ground: words(text.title),
    ...term,
  })
  .refine(inOrder, { path: ['until'], error: 'term-order' })

export const Deputy = z
  .object({ deputy: words(254), ground: words(text.title), from: day, until: day })
  .refine(inOrder, { path: ['until'], error: 'term-order' })

export const Reason = z.object({ reason: words(text.title) })
/** Closing somebody's account says why; opening it needs no reason. */
export const Blocking = z
  .object({ step: z.enum(['close', 'open'], 'invalid'), reason: maybe(text.title) })
  .refine(({ step, reason }) => step === 'open' || reason !== '', { path: ['reason'], error: 'required' })
/** Joining the agreement on simple signatures. */
export const SigningAccord = z.object({ currentPassword: z.string('required').max(10_000, 'wrong-password') })
