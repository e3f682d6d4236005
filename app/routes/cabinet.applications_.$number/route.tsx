import { useLoaderData } from '@remix-run/react'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { Next } from './next.tsx'
import { Course, Results, WayLine } from './way.tsx'
import { wayView } from './way-view.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const number = numberOf(params.number)
  const view = await wayView(acting(ctx), number, locale)
  // others have their own page of it, on the desk
  if (!view.may.self) throw new Problem('not-found')
  return { title: t.applications.numbered(number), view }
})

export default function OwnApplicationPage() {
  const { title, view } = useLoaderData<typeof loader>()
  const words = useMessages().applications
  const format = useFormat()
  const { direction, by, letter } = view
  return (
    <Stack gap={4}>
      <section aria-labelledby="way">
        <SectionHead title={<span lang="ru">{direction}</span>} id="way">
          {title}
        </SectionHead>
        {by && (
          <p lang="ru">
            {[by, letter && words.letter(letter.number, format.dayDigits(letter.day))]
              .filter(Boolean)
              .join(', ')}
          </p>
        )}
      </section>
      <WayLine of={view} />
      <Next of={view} />
      <Results of={view} />
      <Course of={view} />
    </Stack>
  )
}
