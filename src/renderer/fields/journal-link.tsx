import { Link, type LinkProps, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { toJournalSearch } from '#renderer/lib/journal-address.ts'
import type { JournalFilter } from '#shared/contract/journal.ts'
import classes from './journal-link.module.css'

interface JournalLinkProps {
  filter: JournalFilter
  className?: string
  title?: string
  'aria-label'?: string
  tabIndex?: number
  children: ReactNode
}

/** The place of what a filter finds in the journal. */
const journalPlace = (filter: JournalFilter) =>
  ({ to: '/journal', search: toJournalSearch(filter) }) as unknown as LinkProps

/** A figure that opens the lines of the journal it is the sum of. */
export function JournalLink({ filter, className, ...rest }: JournalLinkProps) {
  return <Link {...journalPlace(filter)} {...rest} className={className ?? classes.figure ?? ''} />
}

/** Opens the journal where a link cannot stand: in a drawing. */
export function useOpenJournal(): (filter: JournalFilter) => void {
  const navigate = useNavigate()
  return (filter) => void navigate(journalPlace(filter) as never)
}
