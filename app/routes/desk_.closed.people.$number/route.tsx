import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ClosedRead } from '#app/domain/experts/closed/forms.ts'
import { mayReadClosed, readClosed } from '#app/domain/experts/closed/reading.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { acting, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { ReadForm } from './read-form.tsx'
import { type ToldFacts, toldOf } from './told.server.ts'
import { Told } from './told.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, locale }) => {
  const { person, fields } = await mayReadClosed(acting(ctx), numberOf(params.number))
  const { personFields } = content()
  return {
    title: person.name,
    person,
    fields: personFields.closed
      .filter(({ code }) => fields.includes(code))
      .map(({ code, title }) => ({ code, title: title[locale] })),
    reasons: personFields.reasons.map(({ code, title }) => ({ value: code, label: title[locale] })),
  }
})

/** Neither the browser's cache nor its way back keeps what was told once. */
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

// The answer itself carries what was read: there is no address under which it could be seen again.
export const action = serveForm(ClosedRead, async ({ ctx, params, value, locale }) => {
  const told = await readClosed(acting(ctx), numberOf(params.number), value)
  return data({ told: toldOf(told, locale) })
})

export default function ClosedPersonPage() {
  const { person } = useLoaderData<typeof loader>()
  const { closedData } = useMessages()
  const words = closedData.person
  const reply = useActionData<{ told?: ToldFacts }>()
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: '/desk/closed', label: closedData.title }]}
        eyebrow={words.eyebrow(person.number)}
        title={person.name}
        lang="ru"
        lead={words.lead}
      />
      <Stack gap={6}>
        {reply?.told && <Told told={reply.told} />}
        <section>
          {reply?.told && <SectionHead title={words.again} />}
          <ReadForm />
        </section>
        <p>
          <Anchor href={`/experts/${person.number}`}>{words.card}</Anchor>
        </p>
      </Stack>
    </Page>
  )
}
