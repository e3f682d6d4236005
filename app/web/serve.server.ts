/**
 * The door of every page: turns a request into a ctx, and refusals into answers.
 *
 * `serve` wraps a loader, `serveForm` the action behind a form, `serveAction` that behind a button. A Problem becomes its page or its sentence at the
 * field; anything else is a defect, logged with the request's id and answered by the 500 page without details.
 */

import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import type { Locale } from '#content/messages/locales.ts'
import type { Messages } from '#content/messages/ru.ts'
import { returnPath } from '#content/settings.ts'
import { formOf } from './form.server.ts'
import type { Keep } from './page-cache.server.ts'
import { sentenceOf } from './problems.server.ts'
import { cookieNames, type Visit } from './request.server.ts'
import type { Services } from './services.ts'
import { statusOf } from './status.ts'
import { type GivenBack, secrets, typedWords } from './typed-words.server.ts'
import { checkWriter } from './writer.server.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    services: Services
    visit: Visit
    /** keeps the rendered page for other guests; absent when it may not be shared */
    keep?: Keep
    /** the finished page, left by the renderer for the one who sends it */
    page?: string
    /** markup that loaders printed for the document being rendered; absent when only data is asked for */
    still?: Map<string, string>
  }
  interface Future {
    v3_singleFetch: true
  }
}

export interface Args {
  ctx: Ctx
  params: LoaderFunctionArgs['params']
  url: URL
  request: Request
  visit: Visit
  services: Services
  locale: Locale
  t: Messages
  still: Map<string, string> | undefined
}

/**
 * A loader. A GET refused for want of a sign-in goes to the sign-in page and comes back. While words of an ended session
 * are given back, only the `frame` of the page is read: whether there is such a page is not said. Who still owes a second
 * factor is led to its page, except from what is open to the `confined`.
 */
export function serve<T>(handle: (args: Args) => Promise<T>, { frame = false, confined = false } = {}) {
  return async (remix: LoaderFunctionArgs): Promise<T> => {
    const args = argsOf(remix)
    const { typed } = args.visit
    if (typed && !frame) throw answer(args.visit.confined ? owing : ended, args.t, typed)
    if (args.visit.confined && !frame && !confined) throw redirect(enrolPath(args.url))
    try {
      return await handle(args)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.code === 'signed-out') throw redirect(signInPath(args.url))
      throw answer(error, args.t)
    }
  }
}

/**
 * An action without fields to type, e.g. a single button. A Problem becomes its page. Who must sign in first, or whose
 * session has ended, is led to the sign-in page, told there that nothing was done, and comes back to the page with the
 * button. `guests`: it needs no session, or answers a script that reads the refusal itself.
 */
export function serveAction<T>(handle: (args: Args) => Promise<T>, { guests = false } = {}) {
  return async (remix: ActionFunctionArgs): Promise<T> => {
    const args = argsOf(remix)
    try {
      if (args.visit.ended && !guests) throw new Problem('signed-out')
      if (args.visit.confined && !guests) throw redirect(enrolPath(pageOf(args)))
      return await handle(args)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.code === 'signed-out') throw done(signInPath(pageOf(args)), 'signInFirst')
      throw answer(error, args.t)
    }
  }
}

interface FormOptions {
  guests?: boolean
  confined?: boolean
  beside?: z.ZodType
  read?: (request: Request) => Promise<FormData>
  script?: boolean
}

/**
 * An action behind a form: invalid fields and a refusal both return to the form, with the text still in it. A form that
 * comes after its writer's session has ended is not read: its words are given back. `guests`: one signs in by this form,
 * or does what needs no session. `beside`: fields that the handler reads from the form itself. `confined`: also for who
 * still owes a second factor; any other form of theirs is given back in the same way. `read`: how the body is read. `script`: no page stands behind
 * the address, a refusal is a whole answer with its status.
 */
export function serveForm<S extends z.ZodType, T>(
  schema: S,
  handle: (args: Args & { value: z.output<S>; form: FormData }) => Promise<T>,
  { guests = false, confined = false, beside, read = formOf, script = false }: FormOptions = {},
) {
  return async (remix: ActionFunctionArgs) => {
    const args = argsOf(remix)
    const form = await read(remix.request)
    const away = guests ? null : args.visit.ended ? ended : args.visit.confined && !confined ? owing : null
    if (away && opensPage(args.request)) {
      const { pathname, search } = pageOf(args)
      const words = typedWords(form, beside ? [schema, beside] : [schema], args.t)
      args.visit.typed = { ...words, page: pathname + search }
      return refuse({ status: 'error' }, statusOf(away.code), script)
    }
    const submission = parseWithZod(form, { schema })
    if (away) {
      const formErrors = [sentenceOf(args.t, away)]
      return refuse(submission.reply({ formErrors, hideFields: secrets }), statusOf(away.code), script)
    }
    if (submission.status !== 'success')
      return refuse(said(submission.reply({ hideFields: secrets }), args.t), 422, script)
    try {
      // Typed by one person and sent by the next at the same computer: a form that names its writer is that one's alone.
      const writer = form.get('writer')
      if (args.ctx.actor && typeof writer === 'string') checkWriter(acting(args.ctx), writer)
      return await handle({ ...args, value: submission.value, form })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const sentence = sentenceOf(args.t, error)
      const reply = error.field
        ? submission.reply({ fieldErrors: { [error.field]: [sentence] }, hideFields: secrets })
        : submission.reply({ formErrors: [sentence], hideFields: secrets })
      return refuse(reply, statusOf(error.code), script)
    }
  }
}

/** The ctx as a signed-in person's, or the refusal that leads to the sign-in page. */
export function acting(ctx: Ctx): ActingCtx {
  if (!ctx.actor) throw new Problem('signed-out')
  return { ...ctx, actor: ctx.actor }
}

/** The same for the pages that whoever still owes a second factor may use. */
export function enrolling({ ctx, visit }: Pick<Args, 'ctx' | 'visit'>): ActingCtx {
  return acting({ ...ctx, actor: visit.confined ?? ctx.actor })
}

/** Goes on to `path` and says there, once, what was done: a key of messages.ui.flash. */
export function done(path: string, flash?: keyof Messages['ui']['flash'], cookies: string[] = []) {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  if (flash)
    headers.append('Set-Cookie', `${cookieNames.flash}=${flash}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`)
  return redirect(path, { headers })
}

/** Where to return after a form: `next` of the address or of the form, only inside this site. */
export function nextPath(value: unknown, otherwise = '/'): string {
  const path = returnPath(value)
  return path === '/' ? otherwise : path
}

const ended = new Problem('session-ended')
const owing = new Problem('factor-needed')

/** The answer takes the place of the form and its words; a script asks for data and leaves them where they are. */
function opensPage(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') ?? false
}

function argsOf({ request, params, context }: LoaderFunctionArgs): Args {
  const { visit, services } = context
  const ctx: Ctx = { db: services.web.db, actor: visit.actor, now: visit.now, zone: visit.zone }
  return {
    ctx,
    params,
    url: new URL(request.url),
    request,
    visit,
    services,
    locale: visit.locale,
    t: messagesOf(visit.locale),
    still: context.still,
  }
}

/** The page that a form stands on, as the browser tells it; else the address that the form was sent to. */
function pageOf({ request, url }: Args): URL {
  const told = request.headers.get('referer') ?? ''
  const page = URL.canParse(told) ? new URL(told) : url
  return page.host === request.headers.get('host') ? page : url
}

function signInPath(url: URL): string {
  return `/signin?next=${encodeURIComponent(pathOf(url))}`
}

function enrolPath(url: URL): string {
  return `/cabinet/second-factor?next=${encodeURIComponent(pathOf(url))}`
}

/** A client-side navigation asks for `<path>.data`; the visitor is to return to the page. */
function pathOf({ pathname, search }: URL): string {
  return (pathname.replace(/(\/_root|_root)?\.data$/, '') || '/') + search
}

/** Only a whole Response keeps its status without a page. */
function refuse(reply: SubmissionResult<string[]>, status: number, script: boolean) {
  const problem = Object.values(reply.error ?? {}).flat()[0] ?? ''
  if (script) throw Response.json({ saved: false, problem }, { status })
  return data(reply, { status })
}

/** Schema errors are codes; here they become sentences of the visitor's language. */
export function said(reply: SubmissionResult<string[]>, t: Messages): SubmissionResult<string[]> {
  const error = reply.error
  if (!error) return reply
  const entries = Object.entries(error).map(([field, codes]) => [
    field,
    codes?.map((code) => sentenceOf(t, code)) ?? null,
  ])
  return { ...reply, error: Object.fromEntries(entries) }
}

function answer(problem: Problem, t: Messages, typed?: GivenBack) {
  return data({ code: problem.code, text: sentenceOf(t, problem), typed }, { status: statusOf(problem.code) })
}
