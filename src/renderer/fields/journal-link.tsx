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

/** The address of the journal with a filter. */
const journalPlace = (filter: JournalFilter) =>
  ({ to: '/journal', search: toJournalSearch(filter) }) as unknown as LinkProps

/** A figure that opens the journal entries it sums up. */
export function JournalLink({ filter, className, ...rest }: JournalLinkProps) {
  return <Link {...journalPlace(filter)} {...rest} className={className ?? classes.figure ?? ''} />
}

/** Opens the journal where a link is not possible: in a drawing. */
export function useOpenJournal(): (filter: JournalFilter) => void {
  const navigate = useNavigate()
  return (filter) => void navigate(journalPlace(filter) as never)
}
