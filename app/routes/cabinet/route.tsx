import { Outlet, useLoaderData } from '@remix-run/react'
import { ownDeputies } from '#app/domain/accounts/queries.server.ts'
import { wasModerated } from '#app/domain/moderation/queue.server.ts'
import { hasChallenged } from '#app/domain/panels/conflicts/challenged.server.ts'
import { ownInvitations } from '#app/domain/panels/queries.server.ts'
import { ownWork } from '#app/domain/panels/record/reading.server.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import styles from './cabinet.module.css'
import { Navigation } from './navigation.tsx'
import type { CabinetPage } from './sections.ts'
import { SignOut } from './sign-out.tsx'
import { Unconfirmed } from './unconfirmed.tsx'

export const loader = serve(async ({ ctx, t }) => {
  const mine = acting(ctx)
  const { actor } = mine
  const standing = (await ownDeputies(mine)).filter((deputy) => !deputy.mine && deputy.from <= actor.today)
  const absent: CabinetPage[] = []
  if ((await ownInvitations(mine)).length === 0) absent.push('invitations')
  if (!(await hasChallenged(mine))) absent.push('challenges')
  if ((await ownWork(mine, 1)).length === 0) absent.push('work')
  if (!(await wasModerated(mine))) absent.push('moderation')
  return {
    title: t.accounts.cabinet.title,
    name: actor.givenName,
    number: actor.number,
    confirmed: actor.emailConfirmed,
    absent,
    standsInFor: standing.map(({ id, other, until }) => ({
      id,
      name: `${other.givenName} ${other.familyName}`,
      until: until ?? actor.today,
    })),
  }
})

/** The frame of the cabinet: whose it is, in whose stead, and its pages. */
export default function Cabinet() {
  const { name, number, confirmed, absent, standsInFor } = useLoaderData<typeof loader>()
  const { cabinet } = useMessages().accounts
  const format = useFormat()
  return (
    <Page>
      <PageHead eyebrow={cabinet.number(number)} title={cabinet.greeting(name)} actions={<SignOut />} />
      {!confirmed && <Unconfirmed />}
      {standsInFor.map((person) => (
        <div key={person.id} className={styles.notice}>
          <Notice title={cabinet.standsIn(person.name, format.day(person.until))} />
        </div>
      ))}
      <Navigation absent={absent} />
      <div className={styles.body}>
        <Outlet />
      </div>
    </Page>
  )
}
