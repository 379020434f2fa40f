import { achievements as enAchievements } from './en/achievements.ts'
import { cases as enCases } from './en/cases.ts'
import { catalogue as enCatalogue } from './en/catalogue.ts'
import { certifications as enCertifications } from './en/certifications.ts'
import { common as enCommon } from './en/common.ts'
import { errors as enErrors } from './en/errors.ts'
import { exchange as enExchange } from './en/exchange.ts'
import { forecast as enForecast } from './en/forecast.ts'
import { history as enHistory } from './en/history.ts'
import { initiatives as enInitiatives } from './en/initiatives.ts'
import { journal as enJournal } from './en/journal.ts'
import { learning as enLearning } from './en/learning.ts'
import { obstacles as enObstacles } from './en/obstacles.ts'
import { overview as enOverview } from './en/overview.ts'
import { people as enPeople } from './en/people.ts'
import { plan as enPlan } from './en/plan.ts'
import { projects as enProjects } from './en/projects.ts'
import { requirement as enRequirement } from './en/requirement.ts'
import { reviews as enReviews } from './en/reviews.ts'
import { roles as enRoles } from './en/roles.ts'
import { search as enSearch } from './en/search.ts'
import { skills as enSkills } from './en/skills.ts'
import { vocabulary as enVocabulary } from './en/vocabulary.ts'
import { welcome as enWelcome } from './en/welcome.ts'
import { workspace as enWorkspace } from './en/workspace.ts'
import { achievements as ruAchievements } from './ru/achievements.ts'
import { cases as ruCases } from './ru/cases.ts'
import { catalogue as ruCatalogue } from './ru/catalogue.ts'
import { certifications as ruCertifications } from './ru/certifications.ts'
import { common as ruCommon } from './ru/common.ts'
import { errors as ruErrors } from './ru/errors.ts'
import { exchange as ruExchange } from './ru/exchange.ts'
import { forecast as ruForecast } from './ru/forecast.ts'
import { history as ruHistory } from './ru/history.ts'
import { initiatives as ruInitiatives } from './ru/initiatives.ts'
import { journal as ruJournal } from './ru/journal.ts'
import { learning as ruLearning } from './ru/learning.ts'
import { obstacles as ruObstacles } from './ru/obstacles.ts'
import { overview as ruOverview } from './ru/overview.ts'
import { people as ruPeople } from './ru/people.ts'
import { plan as ruPlan } from './ru/plan.ts'
import { projects as ruProjects } from './ru/projects.ts'
import { requirement as ruRequirement } from './ru/requirement.ts'
import { reviews as ruReviews } from './ru/reviews.ts'
import { roles as ruRoles } from './ru/roles.ts'
import { search as ruSearch } from './ru/search.ts'
import { skills as ruSkills } from './ru/skills.ts'
import { vocabulary as ruVocabulary } from './ru/vocabulary.ts'
import { welcome as ruWelcome } from './ru/welcome.ts'
import { workspace as ruWorkspace } from './ru/workspace.ts'

/** Every text of the app, one namespace a feature. A test holds that both languages have the same keys. */
export const resources = {
  en: {
    initiatives: enInitiatives,
    obstacles: enObstacles,
    people: enPeople,
    achievements: enAchievements,
    plan: enPlan,
    certifications: enCertifications,
    cases: enCases,
    catalogue: enCatalogue,
    projects: enProjects,
    common: enCommon,
    errors: enErrors,
    welcome: enWelcome,
    journal: enJournal,
    learning: enLearning,
    overview: enOverview,
    requirement: enRequirement,
    reviews: enReviews,
    history: enHistory,
    forecast: enForecast,
    roles: enRoles,
    search: enSearch,
    skills: enSkills,
    workspace: enWorkspace,
    exchange: enExchange,
    vocabulary: { ...enVocabulary, itemType: { ...enVocabulary.itemType, initiative: enInitiatives.one } },
  },
  ru: {
    initiatives: ruInitiatives,
    obstacles: ruObstacles,
    people: ruPeople,
    achievements: ruAchievements,
    plan: ruPlan,
    certifications: ruCertifications,
    cases: ruCases,
    catalogue: ruCatalogue,
    projects: ruProjects,
    common: ruCommon,
    errors: ruErrors,
    welcome: ruWelcome,
    journal: ruJournal,
    learning: ruLearning,
    overview: ruOverview,
    requirement: ruRequirement,
    reviews: ruReviews,
    history: ruHistory,
    forecast: ruForecast,
    roles: ruRoles,
    search: ruSearch,
    skills: ruSkills,
    workspace: ruWorkspace,
    exchange: ruExchange,
    vocabulary: { ...ruVocabulary, itemType: { ...ruVocabulary.itemType, initiative: ruInitiatives.one } },
  },
}
