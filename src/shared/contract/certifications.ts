import { Certification, certificationShape } from '#shared/model/certification.ts'
import { crud } from './base.ts'

export const certifications = crud(certificationShape, Certification)
