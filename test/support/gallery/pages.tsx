import type { ComponentType } from 'react'
import { ErrorPage } from '#app/ui/shell/error-page.tsx'
import { FindingPage } from './finding.tsx'
import { FormsPage } from './forms.tsx'
import { ReadingPage } from './reading.tsx'

/** The pages of the gallery by name. */
export const pages: Record<string, ComponentType> = {
  finding: FindingPage,
  forms: FormsPage,
  reading: ReadingPage,
  missing: () => <ErrorPage status={404} />,
  forbidden: () => <ErrorPage status={403} path="/desk" />,
  failed: () => <ErrorPage status={500} errorId="0193-7f3a" />,
}
