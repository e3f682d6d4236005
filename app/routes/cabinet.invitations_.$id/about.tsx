import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { loader } from './route.tsx'

/** Who asks, about what, and until when an answer counts. */
export function About() {
  const { object, organisation, lastDay } = useLoaderData<typeof loader>()
  const { invitations: words } = useMessages().panels
  const format = useFormat()
  return (
    <section aria-labelledby="about">
      <SectionHead title={words.about} id="about" />
      <Stack gap={2}>
        <p>{object.title}</p>
        <p>
          {words.from(organisation)}
          <br />
          {words.answerUntil(format.day(lastDay))}
        </p>
        {object.href && (
          <div>
            <LinkButton href={object.href} small>
              {words.draft}
            </LinkButton>
          </div>
        )}
      </Stack>
    </section>
  )
}
