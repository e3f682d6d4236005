import { useLoaderData } from '@remix-run/react'
import { PassportForm as Passport } from '#app/domain/practices/forms.ts'
import { savePassport } from '#app/domain/practices/writing.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { type EditView, editPage } from './edit.server.ts'
import { PassportForm } from './passport-form.tsx'

export const loader = serve(editPage)

export const action = serveForm(Passport, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await savePassport(acting(ctx), number, value)
  return done(`/practices/${number}/edit`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** From here a card is written: the parts one by one, the passport, and the sending. */
export default function EditPracticePage() {
  const view = useLoaderData<typeof loader>() as EditView
  const { practices } = useMessages()
  const words = practices.writing
  const { number, name, kind, organisation } = view
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/practices/${number}`, label: practices.card.number(number) }]}
        eyebrow={`${kind} · ${organisation}`}
        title={name}
        lang="ru"
        actions={
          <LinkButton href={`/practices/${number}/sending`} look="main">
            {words.send}
          </LinkButton>
        }
      />
      <Stack gap={6}>
        <section>
          <h2>{words.parts}</h2>
          <WorkList>
            {view.parts.map(({ code, title, hint, letters, least }) => (
              <WorkRow
                key={code}
                href={`/practices/${number}/sections/${code}`}
                title={title}
                state={
                  <Tag tone={letters >= least ? 'green' : 'amber'}>
                    {letters >= least
                      ? words.written(letters)
                      : letters > 0
                        ? words.short(letters, least)
                        : words.empty}
                  </Tag>
                }
              >
                {hint}
              </WorkRow>
            ))}
          </WorkList>
        </section>
        <section id="passport">
          <h2>{words.passport}</h2>
          <PassportForm key={view.edition} view={view} />
        </section>
      </Stack>
    </Page>
  )
}
