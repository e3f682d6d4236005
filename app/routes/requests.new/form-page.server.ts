/** The form of a request: its choices, and the bytes of the letter that was sent with it. */
import type { z } from 'zod'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { askingFor, requestDevelopers } from '#app/domain/reviews/course/asking.server.ts'
import type { DiscussionRequest } from '#app/domain/reviews/course/course-forms.ts'
import type { Services } from '#app/web/services.ts'
import { checkWriter } from '#app/web/writer.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

/** What may be chosen; Problem('request-nobody') for whom no organisation lets ask. */
export async function requestChoices(ctx: ActingCtx, locale: Locale) {
  const organisations = await askingFor(ctx)
  if (organisations.length === 0) throw new Problem('forbidden')
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  return {
    organisations: organisations.map(option),
    developers: (await requestDevelopers(ctx)).map(option),
    kinds: content()
      .documentKinds.filter(({ draft }) => draft)
      .map(({ code, title }) => ({ value: code, label: title[locale] })),
    processes: content().processes.map(({ code, title, summary }) => ({
      value: code,
      label: title[locale],
      hint: summary,
    })),
    writer: String(ctx.actor.number),
    megabytes: content().settings.uploads.maxMegabytes,
  }
}

/** The fields of the command and the letter, when one was chosen; Problem('another-writer') as checkWriter says. */
export async function sentRequest(
  ctx: ActingCtx,
  { file, writer, ...input }: z.output<typeof DiscussionRequest>,
  { config }: Pick<Services, 'config'>,
) {
  checkWriter(ctx, writer)
  const letter =
    file && file.size > 0
      ? { dataDir: config.dataDir, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
      : null
  return { input, letter }
}

export type RequestChoices = Awaited<ReturnType<typeof requestChoices>>
