namespace ResourceBot.Catalogue.Search;

/// <summary>Words that say nothing of what is looked for, folded; and greetings, which are no question at all.</summary>
public static class StopWords
{
    // "us", "it" and "who" are in it although USA, IT and WHO are not: folded, they cannot be told apart, and people mean the word.
    private static readonly HashSet<string> Words = Folded(
        """
        در به از و که را برای است هست هستم یک این ان آن من ما شما می ها های هایی میخواهم میخواهیم میخوام خواهم میتوانم میتوانیم توانم چطور
        چگونه کجا چه کدام لطفا مورد باره درباره با تا بر یا هم کنم کنید کند کنیم شده ام ایم شود شوم باشم باشد دارم دارد داریم میکند میکنم
        میشود میشوم باید مرا برایم بگیرم پیدا خوب بهترین امروز وجود دارید داشته نیاز ضرورت بدهید بگویید معلومات مخصوص آیا ایا تمام همه چیزی چیز
        جایی کسی بیشتر هر کرده کردم کردن شدم شدن میشه میتونم بتوانم بتوانیم بتونم میخواهد میخواهند دهید بدهم دادن گرفتن خودم خود نمی دیگر اگر ولی اما هستید هستند بود میباشم میباشد سلام آف اف
        د په کې کی له او چې څنګه څه غواړم غواړو زه زما مو یې یی دی ده سره ته تر یو یوه اړه لپاره پر هغه دا وي وی کوم کومه کوی شم شي شی
        کېږي کیږي راته دي ځه یم یمه لرم لري څوک چېرې چیرته چیرې کولای مهرباني ښه ډېر نن پیدا کول کړم وکړم ورکړئ شوی شوې شول شو کړی کړې کوي کوم کوو کېدل کېدای راکړئ وي وو وه راغلی غواړي غوښتل یاست موږ خپل ټول هم نه که خو بیا
        da de dar ba az e o wa va ke ki ra la pa ta yak yek barai baraye baray bray lapara ghwaram ghwarem mikhaham mekhaham meykhaham mekhahom
        mikhahm hast hastam ast chi chetor chetori chtor kuja koja kodam lotfan man ma shoma mara zama zema sta zma tsanga sanga cha che yam
        shta shte sara pora hai haye ham ya me mi darem daram ha in i on dara
        a an the of for to in at on by or and with from is are am be been can could how what where which who whom when do does did i im me my
        we us our you your it its this that these those there here want need get find looking look search please any some about into if not
        give tell show would like should have has had will may as also more best good near today list thing things hi
        hello dear sir madam name live lives living year years old since first know think because said say says very much now go going went then than
        they he she him her his them their was were being got get take took make come came still even just too yes since month months day days time
        send ask asked speak tells told know knows am im ive dont anybody somebody someone anyone something friend friends said uncle
        مه تو او ما استم استیم استی استن بودم بودیم بود بودن بوده حالی حالا فعلا ره خوده کدم کدیم کدن کردیم کرد شدیم شنیدیم شنیدم میشم میته میتن میتم
        بته بتن بگو میگن میگه میگویند اینجا اینجه آنجا اونجا همین همینجا جان چند چندتا یه خیلی بسیار زیاد فقط مگر وقت بخیر خسته نباشید تیم محترم نام سال ساله ماه
        روز شب پیش گذشته بعد قبل سراغ معرفی زندگی میکنیم کنین کنن باشه داشته نداشته نداریم نداره نیست نیستم شان خواندم خوندم میخواندم میخوندم ماند موند ماندم مانده
        میخایه میخواد میخوان میخوایم میخواهیم میخایم میخوایم بدم بده بدین بخونم بخوانم رو تا وقتی چون همه هیچ چیزی اصلا مثلا لطفاً اگه هنوز دوباره ازش بهم خوشم
        زموږ زمونږ وم وه وو یو لرو لرم نلرم ووهو ووایم وښیم ونیسم غوندې ورته راته راباندې شته خدای هیله اوسئ ځکه خو نور نورې چا څوک هېڅوک هېڅ خپله خپل
        کاله کال میاشت ورځ شپه تېر تېره اوس دوه څلورم مخکې وروسته ځای اوسېږم دلته هلته ښې ډېره ډیر زیات لږ کېدو اخلم وکړئ ووایئ وښایاست راوښایاست
        mah ma astem astum astam hastim budam bodom hali alan injee inja wakht bakhair khobi khoobi zindagi mekonom mikonom meta mete dara nadara kho dai wam yam os
        cherta kom kum lag zamung zamong mung ye yaye che chi neshta nashta warkram wakram wakhlam ghwaroom ghwarum konid konin lutfan bad baad hich hamesha kodam degar magar
        ba be ra ta ham thank thanks asalam assalam alaikum salam salaam hi khor khori jan khahar khwahar da pa ke ki wi yaw yee wolekay waya
        """);

    private static readonly HashSet<string> Greetings = Folded(
        """
        سلام سلامونه تشکر مننه خوبی چطوری چطورهستی hello hi hey salam salaam slm thanks thank tashakor manana bye خدا حافظ السلام علیکم علیک
        ok okay بلی نخیر هو نه yes no صبح بخیر شب good morning evening ستړی مشې ستړې مه شې
        """);

    // What is left of a phrase without one of these says the opposite.
    private static readonly HashSet<string> Denials = Folded("no not dont cant cannot without نه نی ندارم بدون بی بې پرته be bedun na");

    public static bool Denies(string folded) => Denials.Contains(folded);

    public static bool Contains(string folded) => Words.Contains(folded);

    public static bool IsGreeting(string folded) => Greetings.Contains(folded);

    private static HashSet<string> Folded(string words) => words
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => Folding.Fold(word))
        .ToHashSet(StringComparer.Ordinal);
}
