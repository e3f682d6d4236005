import { useMessages } from '#app/ui/messages.tsx'

/** Says on every page, and on paper, that the people here are invented. */
export function DemoBanner() {
  return <p>{useMessages().shell.demo}</p>
}
