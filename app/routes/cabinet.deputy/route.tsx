import { useLoaderData } from '@remix-run/react'
import { appointDeputy } from '#app/domain/accounts/deputising.server.ts'
import { Deputy } from '#app/domain/accounts/forms.ts'
import { ownDeputies, personByLogin } from '#app/domain/accounts/queries.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Split } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { DeputyList } from './deputy-list.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const mine = acting(ctx)
  const deputies = await ownDeputies(mine)
  return {
    title: t.accounts.deputy.title,
    today: mine.actor.today,
    deputies: deputies.map(({ id, mine, other, from, until, ground }) => {
      return {
        id,
        mine,
        name: `${other.familyName} ${other.givenName} ${other.patronymic}`.trim(),
        from,
        until,
        ground,
      }
    }),
  }
})

export const action = serveForm(Deputy, async ({ ctx, value }) => {
  const mine = acting(ctx)
  const deputy = await personByLogin(mine, value.deputy)
  if (!deputy) throw new Problem('deputy-no-user', {}, 'deputy')
  const { from, until, ground } = value
  await appointDeputy(mine, { personId: mine.actor.personId, deputyId: deputy.id, from, until, ground })
  return done('/cabinet/deputy', 'saved')
})

export default function DeputyPage() {
  const { deputies, today } = useLoaderData<typeof loader>()
  const { fields, deputy: words } = useMessages().accounts
  const { input, ...of } = useServerForm<Record<'deputy' | 'from' | 'until' | 'ground', string>>({
    from: today,
  })
  return (
    <Split side={<DeputyList deputies={deputies} />}>
      <section aria-labelledby="appoint">
        <SectionHead title={words.title} id="appoint" />
        <FieldForm
          of={of}
          submit={words.submit}
          lead={
            <Prose>
              <p>{words.lead}</p>
            </Prose>
          }
        >
          <Field
            label={words.who}
            hint={words.whoHint}
            autoCapitalize="none"
            spellCheck={false}
            required
            {...input('deputy')}
          />
          <Row>
            <Field label={fields.from} type="date" required {...input('from')} />
            <Field label={fields.until} type="date" min={today} required {...input('until')} />
          </Row>
          <Field label={fields.ground} hint={words.groundHint} required {...input('ground')} />
        </FieldForm>
      </section>
    </Split>
  )
}
