import { type ChangeEvent, useState } from 'react'
import { useMessages } from './messages.tsx'

/**
 * Refuses files that the server would not take, when they are chosen: sent, they would be refused at its door, before
 * anybody reads the form, and what was typed beside them would be lost. The limit of one file, in megabytes, stands on
 * <html>; at the door all files together may be twice as big. Without scripts the server alone refuses.
 */
export function useFileSize() {
  const { ui } = useMessages()
  const [refused, setRefused] = useState<string>()
  const check = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const limit = Number(document.documentElement.dataset.megabytes)
    const sizes = [...(target.files ?? [])].map(({ size }) => size / MEGABYTE)
    const all = sizes.reduce((sum, size) => sum + size, 0)
    const words = sizes.some((size) => size > limit)
      ? ui.fileTooLarge(limit)
      : all >= 2 * limit - 1
        ? ui.filesTooLarge(2 * limit - 1)
        : undefined
    if (words) target.value = ''
    setRefused(words)
  }
  return { refused, check }
}

const MEGABYTE = 1024 * 1024
