import type { ReactNode } from 'react'
import { EmptyState } from './empty-state.tsx'
import { Page, Stack } from './page.tsx'
import { PageHead } from './page-head.tsx'
import { Pagination } from './pagination.tsx'

type ListPageProps = {
  title: string
  lead: string
  /** the button that adds one: in the head, or where the first would stand */
  create?: ReactNode
  /** where else one may go from here */
  actions?: ReactNode
  /** what is to be read first */
  notice?: ReactNode
  /** instead of the rows while there are none */
  empty: { title: string; text: string } | null
  next: string | null
  children: ReactNode
}

/** A page of what the visitor works on: its head, the rows or why there are none, and the way to more of them. */
export function ListPage({ title, lead, create, actions, notice, empty, next, children }: ListPageProps) {
  const buttons = (
    <>
      {!empty && create}
      {actions}
    </>
  )
  return (
    <Page>
      <PageHead title={title} lead={lead} actions={(!empty && create) || actions ? buttons : null} />
      <Stack gap={3}>
        {notice}
        {empty ? (
          <EmptyState title={empty.title} action={create}>
            {empty.text}
          </EmptyState>
        ) : (
          children
        )}
        <Pagination next={next} />
      </Stack>
    </Page>
  )
}
