import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { ownDeputies } from '#app/domain/accounts/queries.server.ts'
import { wasModerated } from '#app/domain/moderation/queue.server.ts'
import { ownInvitations } from '#app/domain/panels/queries.server.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import styles from './cabinet.module.css'
import { SignOut } from './sign-out.tsx'
import { Unconfirmed } from './unconfirmed.tsx'

export const loader = serve(async ({ ctx, t }) => {
  const mine = acting(ctx)
  const { actor } = mine
  const standing = (await ownDeputies(mine)).filter((deputy) => !deputy.mine && deputy.from <= actor.today)
  return {
    title: t.accounts.cabinet.title,
    name: actor.givenName,
    number: actor.number,
    confirmed: actor.emailConfirmed,
    moderated: await wasModerated(mine),
    invited: (await ownInvitations(mine)).length > 0,
    standsInFor: standing.map(({ id, other, until }) => ({
      id,
      name: `${other.givenName} ${other.familyName}`,
      until: until ?? actor.today,
    })),
  }
})

const pages = [
  'main',
  'inbox',
  'proposals',
  'moderation',
  'invitations',
  'entry',
  'papers',
  'applications',
  'corrections',
  'letters',
  'profile',
  'security',
  'consents',
  'access',
  'deputy',
] as const

/** The frame of the cabinet: whose it is, in whose stead, and its pages. */
export default function Cabinet() {
  const { name, number, confirmed, invited, moderated, standsInFor } = useLoaderData<typeof loader>()
  const { cabinet } = useMessages().accounts
  const format = useFormat()
  const { pathname } = useLocation()
  const tabs = pages
    .filter((page) => (page !== 'invitations' || invited) && (page !== 'moderation' || moderated))
    .map((page) => {
      const href = page === 'main' ? '/cabinet' : `/cabinet/${page}`
      return { href, label: cabinet.tabs[page], current: pathname === href }
    })
  return (
    <Page>
      <PageHead eyebrow={cabinet.number(number)} title={cabinet.greeting(name)} actions={<SignOut />} />
      {!confirmed && <Unconfirmed />}
      {standsInFor.map((person) => (
        <div key={person.id} className={styles.notice}>
          <Notice title={cabinet.standsIn(person.name, format.day(person.until))} />
        </div>
      ))}
      <Tabs tabs={tabs} label={cabinet.title} />
      <div className={styles.body}>
        <Outlet />
      </div>
    </Page>
  )
}
