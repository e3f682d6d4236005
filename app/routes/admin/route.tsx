import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { accountRules } from '#app/domain/accounts/rules.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import styles from './admin.module.css'

// Each page under the rule that its own reads enforce: a tab that would be refused is not shown.
const pages = {
  main: accountRules.seeAdmin,
  grants: accountRules.seeGrants,
  log: accountRules.seeLog,
  outbox: accountRules.seeOutbox,
  jobs: accountRules.seeAdmin,
  demo: expertRules.reloadDemo,
}

export const loader = serve(async ({ ctx, t, services }) => {
  const { actor } = acting(ctx)
  const open = (Object.keys(pages) as (keyof typeof pages)[]).filter(
    (page) => pages[page](actor, {}) === null && (page !== 'demo' || services.config.demo),
  )
  if (open.length === 0) throw new Problem('forbidden')
  return { title: t.admin.title, open }
})

/** The frame of the administrator's pages. */
export default function Admin() {
  const { open } = useLoaderData<typeof loader>()
  const { admin } = useMessages()
  const { pathname } = useLocation()
  const tabs = open.map((page) => {
    const href = page === 'main' ? '/admin' : `/admin/${page}`
    return {
      href,
      label: admin.tabs[page],
      current: pathname === href || (page !== 'main' && pathname.startsWith(`${href}/`)),
    }
  })
  return (
    <Page>
      <PageHead title={admin.title} lead={admin.lead} />
      <Tabs tabs={tabs} label={admin.title} />
      <div className={styles.body}>
        <Outlet />
      </div>
    </Page>
  )
}
