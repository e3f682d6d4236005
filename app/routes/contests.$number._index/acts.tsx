import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { contestPage } from './page.server.ts'

/** What can be done with the contest, and the ways to its parts. */
export function Acts() {
  const contest = useLoaderData<typeof contestPage>()
  const { number, nominations, mayRead, mayChange, mayAnnounce, mayCancel, coded, approved, ranked } = contest
  const words = useMessages().contests.page
  const at = `/contests/${number}`
  return (
    <>
      {mayRead && <LinkButton href={`${at}/works`}>{words.toWorks}</LinkButton>}
      {mayRead && coded && <LinkButton href={`${at}/panels`}>{words.toPanels}</LinkButton>}
      {mayRead && approved && <LinkButton href={`${at}/progress`}>{words.toProgress}</LinkButton>}
      {ranked && (
        <LinkButton href={`${at}/results`} look="main">
          {words.toResults}
        </LinkButton>
      )}
      {mayChange && <LinkButton href={`${at}/edit`}>{words.edit}</LinkButton>}
      {mayAnnounce && nominations.length > 0 && (
        <Form method="post" action={`${at}/announcement`}>
          <Button look="main">{words.announce}</Button>
        </Form>
      )}
      {mayCancel && (
        <LinkButton href={`${at}/cancellation`} look="quiet">
          {words.cancel}
        </LinkButton>
      )}
    </>
  )
}
