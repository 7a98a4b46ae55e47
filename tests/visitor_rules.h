/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_VISITOR_RULES_H
#define TESTS_VISITOR_RULES_H
/* Forms with rules, from pieces of JSON in which ' stands for ", and who fills
 * them in. */
#include "tests/visitor.h"

#define FIELD(type, key, label, more)                                          \
	"{'type':'" type "','key':'" key "','label':'" label "'" more "}"
#define TEXT(key, more) FIELD("textfield", key, "Vraag " key, more)
#define RADIO(key, more)                                                       \
	FIELD("radio", key, "Keus " key,                                           \
		",'values':[{'value':'a','label':'A'},{'value':'b','label':'B'}]" more)
#define READ(key, html)                                                        \
	"{'type':'content','key':'" key "','hidden':true,'html':'" html "'}"
#define STEP(slug, components)                                                 \
	"{'slug':'" slug "','uuid':'" slug "','name':'Stap " slug                  \
	"','configuration':{'components':[" components "]}}"
#define RULE(trigger, actions)                                                 \
	"{'jsonLogicTrigger':" trigger ",'actions':[" actions "]}"
#define IS(key, value) "{'==':[{'var':'" key "'},'" value "']}"
#define SET(key, property, state)                                              \
	"{'component':'" key "','action':{'type':'property','property':"           \
	"{'value':'" property "','type':'bool'},'state':" state "}}"
#define HIDE(key) SET(key, "hidden", "true")
#define SHOW(key) SET(key, "hidden", "false")
#define GIVE(key, value)                                                       \
	"{'variable':'" key "','action':{'type':'variable','value':" value "}}"
#define NO_NEXT "{'action':{'type':'disable-next'}}"
#define NO_NEXT_AT(s)                                                          \
	"{'formStepUuid':'" s "','action':{'type':'disable-next'}}"
#define SKIP(step)                                                             \
	"{'formStepUuid':'" step "','action':{'type':'step-not-applicable'}}"
#define FORM(steps, rules) "'steps':[" steps "],'logic':[" rules "]"

/* To the first question of a form of this: FORM(...). */
void visitor_to_rules(struct visitor *visitor, const char *quoted);
void visitor_says(struct visitor *visitor, const char *text); /* and goes on */
void visitor_rubs_out(struct visitor *visitor, int n);
void assert_question(const struct visitor *visitor, const char *key);
void assert_count(struct visitor *visitor, int n, int m); /* "n of m" */

#endif
