import { useLoaderData } from '@remix-run/react'
import { challengeable } from '#app/domain/panels/conflicts/challenged.server.ts'
import { challengeMember } from '#app/domain/panels/conflicts/challenging.server.ts'
import { ChallengeForm } from '#app/domain/panels/conflicts/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { OwnHere } from './own-here.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, url }) => {
  const shown = await challengeable(acting(ctx), numberOf(params.number))
  const asked = url.searchParams.get('member')
  const member = shown.members.find(({ number }) => String(number) === asked)?.number ?? null
  return { title: t.panels.conflicts.challenge.title, writer: ctx.actor?.number ?? 0, ...shown, member }
})

export const action = serveForm(ChallengeForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  const id = await challengeMember(acting(ctx), number, value)
  return done(`/panels/${number}/challenges/${id}`, 'challenged')
})

/** «Отвод»: whom, and which facts speak against the person. */
export default function ChallengePage() {
  const { panel, members, member, writer } = useLoaderData<typeof loader>()
  const { conflicts, protocol, work } = useMessages().panels
  const { challenge: words } = conflicts
  const { input, ...of } = useServerForm<{ member: string; reason: string }>({
    member: member === null ? '' : String(member),
  })
  const path = `/panels/${panel.number}/protocol`
  const options = members.map(({ number, name, organisation, standing }) => ({
    value: String(number),
    label: [
      name === null ? protocol.numberOnly(number) : `${name} (№\u00a0${number})`,
      organisation,
      standing === 'reserve' ? work.answers.reserve : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  }))
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: path, label: panel.title }]} title={words.title} lead={words.lead} />
      <Stack gap={4}>
        <OwnHere />
        {members.length === 0 ? (
          <EmptyState title={words.nobody} />
        ) : (
          <FieldForm
            {...{ of, writer }}
            submit={words.submit}
            beside={
              <LinkButton href={path} look="quiet">
                {words.back}
              </LinkButton>
            }
          >
            <Select
              label={words.member}
              options={[{ value: '', label: '' }, ...options]}
              required
              {...input('member')}
            />
            <TextArea
              label={words.reason}
              hint={words.reasonHint}
              rows={7}
              maxLength={3000}
              required
              {...input('reason')}
            />
          </FieldForm>
        )}
      </Stack>
    </Page>
  )
}
