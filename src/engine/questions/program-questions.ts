// What a program teaches and offers: the program itself, training, what comes after, what sets it apart, and practical
// matters. None asks where anyone stands on a list.
import { LEADERS, type QuestionGroup, TEACHERS, TRAINED, TRAINEES, UNHURRIED } from './question-group.ts';

export const PROGRAM_QUESTIONS: readonly QuestionGroup[] = [
  {
    topic: 'the-program',
    roles: TRAINED,
    texts: {
      'program-choose-again': 'Knowing what you know now, what would make you choose this program again?',
      'program-one-change': 'If you could change one thing about the program tomorrow, what would it be?',
      'program-surprise': 'What surprised you most after you started?',
    },
  },
  {
    topic: 'the-program',
    roles: LEADERS,
    texts: {
      'program-next-years': 'What will be different about the program three years from now?',
      'program-thrives': 'What do residents who do well here have in common in the way they work?',
      'program-values': 'What do you hope to learn about a person that a file does not show?',
      'program-last-review': 'What did your last accreditation review lead you to work on?',
    },
  },
  {
    topic: 'the-program',
    roles: [...TRAINEES, 'director', 'coordinator', 'faculty'],
    occasions: ['fair', 'conference', 'message'],
    texts: {
      'program-booth-know': 'What should I know about the program that your website leaves out?',
      'program-booth-misread': 'What do people often get wrong about the program?',
      'program-booth-contact': 'Is there someone who would be glad to tell me more about daily life there?',
    },
  },
  {
    topic: 'the-program',
    roles: [...TRAINEES, ...TEACHERS, 'director'],
    occasions: ['interview', 'rotation'],
    texts: {
      'program-today-unseen': 'What about a usual week would I not get to see today?',
      'program-first-months': 'What are the first three months like for someone new?',
      'program-proudest': 'What did the residents do this year that you are proud of?',
    },
  },
  {
    topic: 'training',
    roles: TRAINED,
    dimension: 'training',
    texts: {
      'training-conference': 'Is teaching time really protected, or does the pager decide?',
      'training-confident': 'When did you first feel confident doing the work on your own?',
      'training-gap': 'Which part of the work do you wish you had seen more of?',
      'training-procedures': 'How do you get enough hands-on practice before you graduate?',
    },
  },
  {
    topic: 'training',
    roles: TRAINED,
    dimension: 'autonomy',
    texts: {
      'training-first-decision': 'When are you first trusted with decisions, and who stands behind you?',
      'training-more-each-year': 'What are you trusted with in your last year that you were not before?',
    },
  },
  {
    topic: 'training',
    roles: TEACHERS,
    dimension: 'autonomy',
    texts: {
      'training-step-back': 'How do you decide when to step back and let a resident lead?',
    },
  },
  {
    topic: 'training',
    roles: [...TEACHERS, 'director'],
    dimension: 'training',
    texts: {
      'training-proud': 'What do your graduates do better than most?',
      'training-curriculum': 'What have you changed in the curriculum lately, and why?',
      'training-research-time': 'How does a resident with a research idea get time and help for it?',
    },
  },
  {
    topic: 'training',
    roles: [...TRAINED, 'director'],
    dimension: 'training',
    criterion: 'teaching',
    texts: {
      'training-learners': 'With fellows and other learners around, who gets to do what?',
    },
  },
  {
    topic: 'training',
    roles: [...TRAINED, ...TEACHERS],
    dimension: 'training',
    criterion: 'trauma',
    texts: {
      'training-trauma': 'What part do residents play when a badly injured patient comes in?',
    },
  },
  {
    topic: 'training',
    roles: [...TRAINED, ...TEACHERS],
    criterion: 'hospitalSize',
    texts: {
      'training-sites': 'How does the work differ between the hospitals you rotate through?',
    },
  },
  {
    topic: 'training',
    roles: [...TRAINED, ...TEACHERS],
    criterion: 'sponsorBreadth',
    texts: {
      'training-other-specialties': 'How do you work with residents of other specialties here?',
    },
  },
  {
    topic: 'training',
    roles: [...TRAINED, 'director', 'faculty'],
    criterion: 'setting',
    texts: {
      'training-patients-from': 'How far do patients travel to you, and how does that shape what you see?',
    },
  },
  {
    topic: 'training',
    roles: [...TRAINEES, 'director', 'coordinator'],
    criterion: 'classSize',
    texts: {
      'training-class-size-feel': 'What does the size of the class make easier here, and what harder?',
    },
  },
  {
    topic: 'training',
    roles: [...TRAINED, 'director', 'coordinator'],
    criterion: 'trackType',
    texts: {
      'training-tracks': 'How do the tracks differ in daily work, and do their residents mix?',
    },
  },
  {
    topic: 'after-residency',
    roles: TRAINED,
    dimension: 'fellowship',
    texts: {
      'after-where-last-class': 'Where did last year’s graduates go, and was it what they wanted?',
      'after-help-applying': 'Who helps residents apply for a fellowship or a first job?',
    },
  },
  {
    topic: 'after-residency',
    roles: ['alum'],
    dimension: 'fellowship',
    texts: {
      'after-ready': 'On the first day of your next job, what were you ready for and what not?',
      'after-doors': 'Which doors did training there open for you?',
      'after-ties': 'Are you still in touch with the people who trained you?',
    },
  },
  {
    topic: 'after-residency',
    roles: LEADERS,
    dimension: 'fellowship',
    texts: {
      'after-undecided': 'How do you guide a resident who has not decided between practice and a fellowship?',
      'after-track-graduates': 'How do you find out how your graduates are doing years later?',
    },
  },
  {
    topic: 'uniqueness',
    roles: [...TRAINED, 'director', 'faculty', 'attending', 'coordinator'],
    texts: {
      'unique-what-makes': 'What makes this program different from others you know?',
      'unique-tradition': 'Is there a tradition here that people would miss?',
      'unique-who-would-not': 'Which kind of learner would be happier somewhere else?',
    },
  },
  {
    topic: 'uniqueness',
    roles: [...TRAINED, 'director'],
    criterion: 'ownership',
    texts: {
      'unique-owner': 'Where do residents notice who owns the hospital?',
    },
  },
  {
    topic: 'logistics',
    roles: [...TRAINEES, 'coordinator'],
    texts: {
      'logistics-orientation': 'How do the weeks before the first day run, and what is paid for?',
      'logistics-book-money': 'What does the program pay for: exams, books, conferences, meals?',
      'logistics-schedule-when': 'How far ahead do you know your schedule?',
      'logistics-parking': 'How do you get to work, and is parking a daily trouble?',
    },
  },
  {
    topic: 'logistics',
    roles: ['coordinator'],
    texts: {
      'logistics-best-way': 'What is the best way to reach you with a practical question?',
      'logistics-visit': 'Can visiting students rotate with you, and when do they apply?',
      'logistics-after-policy': 'Does the program prefer that people not write after an interview?',
    },
  },
  {
    topic: 'logistics',
    roles: TRAINEES,
    criterion: 'cost',
    texts: {
      'logistics-rent': 'Where do most residents live, and does the pay go far enough there?',
    },
  },
  {
    topic: 'logistics',
    roles: TRAINED,
    criterion: 'citySize',
    texts: {
      'logistics-town': 'What is there to do in town when you have one evening free?',
    },
  },
  {
    topic: 'logistics',
    roles: TRAINEES,
    criterion: 'airport',
    texts: {
      'logistics-fly': 'How do people get to the airport for a short weekend away?',
    },
  },
  {
    topic: 'logistics',
    roles: TRAINED,
    occasions: UNHURRIED,
    criterion: 'home',
    texts: {
      'logistics-far-from-home': 'How often do people who moved far for training manage a trip home?',
    },
  },
  {
    topic: 'logistics',
    roles: ['coordinator', 'director'],
    criterion: 'visa',
    texts: {
      'logistics-visa-paperwork': 'Who handles visa paperwork, and how early does it start?',
    },
  },
];
