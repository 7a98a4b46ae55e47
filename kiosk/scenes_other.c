/* SPDX-License-Identifier: EUPL-1.2 */
/* A page to show to the employee, for who reads none of our languages. */
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

/* "I speak this language. Please help me.", in the order of their names in
 * Dutch, by which the employee finds them. */
static const struct {
	const char *tag, *dutch, *sentence;
} others[] = {
	{ "sq", "Albanees", "Flas shqip. Ju lutem, më ndihmoni." },
	{ "am", "Amhaars", "አማርኛ እናገራለሁ። እባክዎ ይርዱኝ።" },
	{ "bs", "Bosnisch", "Govorim bosanski. Molim vas, pomozite mi." },
	{ "bg", "Bulgaars", "Говоря български. Моля, помогнете ми." },
	{ "zh", "Chinees", "我说中文。请帮帮我。" },
	{ "prs", "Dari",
		"من دری صحبت می‌کنم. لطفاً به من کمک کنید." },
	{ "de", "Duits", "Ich spreche Deutsch. Bitte helfen Sie mir." },
	{ "fa", "Farsi",
		"من فارسی صحبت می‌کنم. لطفاً به من کمک کنید." },
	{ "fr", "Frans", "Je parle français. Aidez-moi, s’il vous plaît." },
	{ "el", "Grieks", "Μιλάω ελληνικά. Παρακαλώ, βοηθήστε με." },
	{ "hi", "Hindi", "मेरी भाषा हिन्दी है। कृपया मेरी मदद करें।" },
	{ "hu", "Hongaars", "Magyarul beszélek. Kérem, segítsen." },
	{ "id", "Indonesisch", "Saya berbahasa Indonesia. Tolong bantu saya." },
	{ "it", "Italiaans", "Parlo italiano. Mi aiuti, per favore." },
	{ "ku", "Koerdisch (Kurmanci)",
		"Ez bi kurmancî diaxivim. Ji kerema xwe alîkariya min bikin." },
	{ "ckb", "Koerdisch (Sorani)",
		"من بە کوردی قسە دەکەم. تکایە یارمەتیم بدەن." },
	{ "uk", "Oekraïens", "Я розмовляю українською. Допоможіть мені, прошу." },
	{ "pap", "Papiaments", "Mi ta papia papiamentu. Por fabor, yuda mi." },
	{ "ps", "Pasjtoe", "زه پښتو خبرې کوم. مهرباني وکړئ، مرسته راسره وکړئ." },
	{ "pl", "Pools", "Mówię po polsku. Proszę o pomoc." },
	{ "pt", "Portugees", "Falo português. Por favor, ajude-me." },
	{ "ro", "Roemeens", "Vorbesc română. Vă rog să mă ajutați." },
	{ "ru", "Russisch", "Я говорю по-русски. Помогите мне, пожалуйста." },
	{ "so", "Somalisch", "Waxaan ku hadlaa Soomaali. Fadlan i caawi." },
	{ "es", "Spaans", "Hablo español. Por favor, ayúdeme." },
	{ "ti", "Tigrinya", "ትግርኛ እየ ዝዛረብ። በጃኹም ሓግዙኒ።" },
	{ "ur", "Urdu", "میری زبان اردو ہے۔ براہِ کرم میری مدد کریں۔" },
	{ "vi", "Vietnamees", "Tôi nói tiếng Việt. Xin hãy giúp tôi." },
};

void scene_other_language(struct scene *scene)
{
	struct item *title = scene_add(scene, ITEM_TITLE, "title",
		translate_into("nl", N_("Show this page to an employee")));

	item_set_language(title, "nl");
	scene_notices(scene);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		char *key = text_format("speaks:%s", others[i].tag);
		struct item *item =
			scene_add(scene, ITEM_DETAIL, key, others[i].sentence);

		item_set_language(item, others[i].tag);
		item_set_value(item, others[i].dutch);
		free(key);
	}
	scene_ways(scene);
}
